package org.kezheng.platform.appointments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.gate.GateRule;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.security.secret.SecretString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Call backs that reached nobody are tried again, up to [#MOST_TRIES] in all, when the gate would let them out once
/// more: the gap between two calls to a person, how many there may be, and how long a request counts are the client's
/// parameters. Whoever declined, or whose number does not exist, is left alone.
final class CallbackRetries {
    static final int MOST_TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(CallbackRetries.class);
    private static final Set<String> NOT_REACHED = Set.of("busy", "no-answer", "no-trunk");

    private final TriedCallbacks tried;
    private final Appointments appointments;
    private final CallOutcomes outcomes;
    private final Means means;

    CallbackRetries(TriedCallbacks tried, Appointments appointments, CallOutcomes outcomes, Means means) {
        this.tried = tried;
        this.appointments = appointments;
        this.outcomes = outcomes;
        this.means = means;
    }

    /// By which it is known who is called, and when.
    record Means(Gate gate, ConfidentialLog numbers, Clock clock, TransactionTemplate transaction) {}

    /// Asks what came of each call back of the client in scope that is over.
    void look() {
        Instant by = means.clock().instant().minus(CallOutcomes.TOLD_WITHIN);
        List<TriedCallbacks.Tried> over =
                Objects.requireNonNull(means.transaction().execute(status -> tried.over(by)));
        try {
            over.forEach(this::followByItself);
        } finally {
            if (!over.isEmpty()) {
                appointments.retriesChanged();
            }
        }
    }

    /// What fails of one keeps no other from being followed.
    private void followByItself(TriedCallbacks.Tried one) {
        try {
            follow(one);
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("contact", one.contact())
                    .setCause(failure)
                    .log("It cannot be asked what came of a call back; it is tried again");
        }
    }

    private void follow(TriedCallbacks.Tried one) {
        String outcome = outcomes.of(one.contact(), one.outcome());
        Optional<Instant> again = again(outcome);
        Optional<SecretString> number = means.numbers().numberOf(one.contact());
        means.transaction().executeWithoutResult(status -> {
            tried.followed(one, means.clock().instant());
            boolean isToCome = again.isPresent() && tried.tries(one.voucher()) < MOST_TRIES;
            if (isToCome && number.isPresent()) {
                appointments.tryAgain(one, number.get(), again.get(), outcome);
            } else if (isToCome) {
                LOG.atWarn()
                        .addKeyValue("contact", one.contact())
                        .log("A call back is not tried again: the number is not kept any more");
            }
        });
    }

    private Optional<Instant> again(String outcome) {
        if (NOT_REACHED.contains(outcome)) {
            return means.gate().worthAskingAgainAt(GateRule.FREQUENCY.id());
        }
        int why = outcome.indexOf(':');
        return means.gate().worthAskingAgainAt(why < 0 ? outcome : outcome.substring(0, why));
    }
}
