package org.kezheng.platform.appointments;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.kezheng.platform.callflow.OutsideResult;
import org.kezheng.platform.gate.GateRequest;
import org.kezheng.platform.outside.OutsideCalls;

/// What came of calls to the outside: what the telephone told, or the rule of the gate that refused when it was to be
/// dialled, or what the records say, since a platform that began anew has not heard the telephone.
record CallOutcomes(OutsideCalls calls) {
    /// So long after the end of a call the telephone has told what came of it.
    static final Duration TOLD_WITHIN = Duration.ofSeconds(2);
    /// Somebody talked to the customer.
    private static final Set<String> REACHED = Set.of("reached", "answered");

    /// @param recorded the outcome that the records have
    String of(long contact, String recorded) {
        return calls.resultOf(contact)
                .map(CallOutcomes::word)
                .or(() -> calls.decisions(contact).stream()
                        .filter(decision -> decision.stage().equals(GateRequest.Stage.DIALLED.code()))
                        .flatMap(decision -> decision.rules().stream())
                        .findFirst())
                .orElse(recorded);
    }

    static boolean isReached(String outcome) {
        return REACHED.contains(outcome);
    }

    static String word(OutsideResult result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
