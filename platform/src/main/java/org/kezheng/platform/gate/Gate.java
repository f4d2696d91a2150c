package org.kezheng.platform.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.consents.Consents;
import org.kezheng.crm.consents.DoNotCall;
import org.kezheng.crm.consents.Purpose;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.platform.numbers.OwnNumbers;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.secret.SecretString;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides about each leg to the outside, for the client in scope. What it rests on is read, and the decision
/// recorded, in one transaction; when that cannot be done it throws, and nothing is dialled.
public final class Gate {
    private static final Duration FREQUENCY_REACHES_BACK = Duration.ofDays(8);
    /// Emergency and service numbers (110, 119, 12345) have at most this many digits.
    private static final int SHORT_NUMBER = 6;

    private static final Duration SHORT_WAIT = Duration.ofMinutes(10);
    /// Where the client asks for no gap, nobody is called again at once all the same.
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(15);

    private static final String MARKETING = "marketing";

    private final Sources sources;
    private final GateRecords records;
    private final AlarmWatch alarms;
    private final Terms terms;
    private final TransactionTemplate transaction;
    private final AtomicLong ownNumberRefusals = new AtomicLong();

    Gate(
            Sources sources,
            GateRecords records,
            AlarmWatch alarms,
            Terms terms,
            PlatformTransactionManager transactions) {
        this.sources = sources;
        this.records = records;
        this.alarms = alarms;
        this.terms = terms;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Where the facts stand.
    record Sources(
            ParameterChanges parameters,
            Consents consents,
            DoNotCall refusals,
            OwnNumbers ownNumbers,
            OutsideNumbers outsideNumbers,
            AgentMobiles mobiles,
            TrunkRoom trunks) {}

    /// What holds for the whole site.
    ///
    /// @param zone of the people who are called
    record Terms(boolean isSiteEnabled, HolidayCalendar days, ZoneId zone, Clock clock) {}

    /// Decides beforehand, and records: whether a trunk could take the call now is asked of the trunks.
    ///
    /// @throws RuntimeException when the database does not answer; then nothing may be dialled
    public GateDecision decide(GateRequest request) {
        return decide(request, sources.trunks().obstacle());
    }

    /// Decides for whoever keeps a line of a trunk for the call already, or found none, and records.
    ///
    /// @param noTrunk why no trunk can take the call; empty: a line is kept
    /// @throws RuntimeException when the database does not answer; then nothing may be dialled
    public GateDecision decide(GateRequest request, String noTrunk) {
        GateDecision decision = Objects.requireNonNull(transaction.execute(status -> decideWithin(request, noTrunk)));
        alarms.touch();
        if (isLost(request, decision)) {
            sources.trunks().blocked(noTrunk);
        }
        if (isOwnNumberAtLimit(decision)) {
            ownNumberRefusals.incrementAndGet();
        }
        return decision;
    }

    private static boolean isOwnNumberAtLimit(GateDecision decision) {
        return decision instanceof GateDecision.Refused(var id, var failures)
                && failures.stream().anyMatch(failure -> failure.rule() == GateRule.OWN_NUMBER_FREQUENCY);
    }

    /// How often since the start an own number was at its limit when it was to be sent.
    long ownNumberRefusals() {
        return ownNumberRefusals.get();
    }

    /// Whether a trunk was all that the call wanted. A trial is no call.
    private static boolean isLost(GateRequest request, GateDecision decision) {
        return request.way() != Way.CONSOLE
                && decision instanceof GateDecision.Refused(var id, var failures)
                && failures.stream().allMatch(failure -> failure.rule() == GateRule.TRUNK);
    }

    /// When it makes sense to ask again for a call that the rule of this id refused, for the client in scope;
    /// empty: what refused it does not pass by itself. For a call that reached nobody, ask as for one that came too
    /// soon.
    public Optional<Instant> worthAskingAgainAt(String rule) {
        ZonedDateTime now = terms.clock().instant().atZone(terms.zone());
        if (rule.equals(GateRule.TRUNK.id()) || rule.equals(GateRule.OWN_NUMBER_FREQUENCY.id())) {
            return Optional.of(now.plus(SHORT_WAIT).toInstant());
        }
        if (rule.equals(GateRule.FREQUENCY.id())) {
            Duration gap = parameters().gap();
            return Optional.of(now.plus(gap.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : gap)
                    .toInstant());
        }
        if (rule.equals(GateRule.HOURS.id())) {
            CallingHours hours = parameters().hours();
            LocalDate today = now.toLocalDate();
            return Optional.of(hours.opensAfter(now.toLocalTime())
                    .map(opening -> today.atTime(opening))
                    .orElseGet(() -> today.plusDays(1).atTime(hours.firstOpening()))
                    .atZone(terms.zone())
                    .toInstant());
        }
        return Optional.empty();
    }

    private GateParameters parameters() {
        return Objects.requireNonNull(
                transaction.execute(status -> sources.parameters().inForce()));
    }

    private GateDecision decideWithin(GateRequest request, String noTrunk) {
        Instant now = terms.clock().instant();
        Optional<NormalisedNumber> normal = NormalisedNumber.of(request.number().reveal());
        GateRequest known = normal.map(number -> withNumber(request, number)).orElse(request);
        records.lock(known.number());
        String ownNumber =
                sources.ownNumbers().toSend(request.wantedOwnNumber()).orElse(null);
        if (ownNumber != null) {
            records.lockOwn(ownNumber);
        }
        List<GateFailure> failures = GateRules.failures(facts(new Asked(known, normal, ownNumber, noTrunk), now));
        long id = records.write(known, purposeCode(known), ownNumber, failures, now);
        return failures.isEmpty()
                ? new GateDecision.Allowed(id, Objects.requireNonNull(ownNumber, "No rule let a leg out without one"))
                : new GateDecision.Refused(id, failures);
    }

    /// What is asked, as far as it is known by itself.
    private record Asked(
            GateRequest request,
            Optional<NormalisedNumber> normal,
            @Nullable String ownNumber,
            String noTrunk) {}

    private GateFacts facts(Asked asked, Instant now) {
        GateRequest request = asked.request();
        Optional<NormalisedNumber> normal = asked.normal();
        String ownNumber = asked.ownNumber();
        ZonedDateTime here = now.atZone(terms.zone());
        return new GateFacts(
                request.way(),
                terms.isSiteEnabled(),
                sources.parameters().inForce(),
                here,
                terms.days().isHoliday(here.toLocalDate()),
                Purpose.of(request.purpose()).orElse(null),
                standing(normal),
                normal.flatMap(number -> voucher(request, number)).orElse(null),
                records.callsOf(request.number(), now.minus(FREQUENCY_REACHES_BACK)),
                ownNumber,
                ownNumber == null
                        ? GateFacts.OwnNumberCalls.NONE
                        : new GateFacts.OwnNumberCalls(
                                records.callsBy(ownNumber, now.minus(Duration.ofHours(1))),
                                records.callsBy(ownNumber, now.minus(Duration.ofMinutes(1)))),
                asked.noTrunk());
    }

    private GateFacts.NumberStanding standing(Optional<NormalisedNumber> normal) {
        if (normal.isEmpty()) {
            return new GateFacts.NumberStanding(GateFacts.Form.NO_NUMBER, false, false, false);
        }
        NormalisedNumber number = normal.get();
        return new GateFacts.NumberStanding(
                form(number),
                sources.refusals().holds(number),
                sources.outsideNumbers().holds(number),
                sources.mobiles().holds(number));
    }

    /// Whether the platform made that call of the client in scope, and nobody came by it: then nobody asked for another
    /// one in it.
    public boolean isCallOut(long contact) {
        return Objects.requireNonNull(transaction.execute(status -> records.isCallOut(contact)));
    }

    private GateFacts.Form form(NormalisedNumber number) {
        String dialled = number.dialled().reveal();
        if (sources.ownNumbers().isOwn(dialled)) {
            return GateFacts.Form.OWN;
        }
        if (dialled.length() <= SHORT_NUMBER) {
            return GateFacts.Form.TOO_SHORT;
        }
        return number.isOfAForm() ? GateFacts.Form.DIALLABLE : GateFacts.Form.PREFIX;
    }

    /// Whether the number is of a form that is let out at all: no own one, none of a service, nothing before it.
    boolean isDiallable(NormalisedNumber number) {
        return form(number) == GateFacts.Form.DIALLABLE;
    }

    /// The caller's own request is told by the contact in which it was made, so it is of this number by itself.
    private Optional<GateFacts.VoucherStanding> voucher(GateRequest request, NormalisedNumber number) {
        return switch (request.voucher()) {
            case Voucher.None none -> Optional.empty();
            case Voucher.ForCall call -> Optional.empty();
            // Nobody asks for a call in one that was made to them.
            case Voucher.OwnRequest own when records.isCallOut(own.contact()) -> Optional.empty();
            case Voucher.OwnRequest own ->
                Optional.of(new GateFacts.VoucherStanding(
                        true, Purpose.CALLBACK.code(), true, own.madeAt(), Instant.MAX, null));
            case Voucher.Consent(var id) ->
                sources.consents()
                        .standing(id, number)
                        .map(consent -> new GateFacts.VoucherStanding(
                                consent.isOfNumber(),
                                consent.purpose(),
                                false,
                                consent.givenAt(),
                                consent.expiresAt(),
                                consent.withdrawnAt()));
        };
    }

    private static GateRequest withNumber(GateRequest request, NormalisedNumber number) {
        return new GateRequest(
                request.way(),
                request.purpose(),
                new SecretString(number.reveal()),
                request.voucher(),
                request.wantedOwnNumber(),
                request.contact(),
                request.askedBy(),
                request.stage());
    }

    /// What people asked for, as far as it is a word of ours.
    private static String purposeCode(GateRequest request) {
        if (!request.way().isToPerson()) {
            return request.way().code();
        }
        boolean isWord =
                Purpose.of(request.purpose()).isPresent() || request.purpose().equals(MARKETING);
        return isWord ? request.purpose() : "other";
    }

    /// The newest decisions first.
    public List<GateRecord> newest() {
        return Objects.requireNonNull(transaction.execute(status -> records.newest()));
    }

    /// The newest decisions that match first.
    List<GateRecord> matching(GateSearch search) {
        return Objects.requireNonNull(transaction.execute(status -> records.matching(search)));
    }

    /// The legs of one contact that were let out, in their order.
    List<GateRecord> legsOf(long contact) {
        return ofContact(contact).stream().filter(GateRecord::isLeg).toList();
    }

    /// The decisions about one contact, in their order.
    public List<GateRecord> ofContact(long contact) {
        return Objects.requireNonNull(transaction.execute(status -> records.ofContact(contact)));
    }
}
