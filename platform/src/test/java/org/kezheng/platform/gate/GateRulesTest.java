package org.kezheng.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezheng.crm.consents.Purpose;

final class GateRulesTest {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final ZonedDateTime MORNING = ZonedDateTime.of(2026, 11, 23, 10, 0, 0, 0, HERE);

    @Test
    void legThatMeetsAllRulesIsLetOut() {
        assertThat(GateRules.failures(good().facts())).isEmpty();
    }

    @Test
    void outboundIsOffUntilSiteAndClientTurnItOn() {
        assertThat(refusals(good().with(facts -> facts.isSiteEnabled = false)))
                .containsExactly("gate.outbound-off:site");
        assertThat(refusals(good().set(GateParameter.ENABLED, "false"))).containsExactly("gate.outbound-off:client");
        assertThat(GateParameters.initial().isEnabled()).isFalse();
    }

    @Test
    void marketingAndPurposesThatTheClientDoesNotHaveAreRefused() {
        assertThat(Purpose.of("marketing")).isEmpty();
        assertThat(refusals(good().with(facts -> facts.purpose = null)))
                .containsExactly("gate.purpose:not-licensed", "gate.voucher:other-purpose");
        assertThat(refusals(good().set(GateParameter.ALLOWED_PURPOSES, "survey")))
                .containsExactly("gate.purpose:not-allowed");
    }

    @Test
    void whatIsNoDiallableNumberIsRefused() {
        for (GateFacts.Form form : GateFacts.Form.values()) {
            List<String> refusals = refusals(
                    good().with(facts -> facts.number = new GateFacts.NumberStanding(form, false, false, false)));
            assertThat(refusals)
                    .isEqualTo(form == GateFacts.Form.DIALLABLE ? List.of() : List.of("gate.number:" + form.code()));
        }
    }

    @Test
    void whoRefusedIsNotCalledWhateverTheConsent() {
        GateFacts.NumberStanding refused = new GateFacts.NumberStanding(GateFacts.Form.DIALLABLE, true, true, false);
        assertThat(refusals(good().with(facts -> facts.number = refused))).containsExactly("gate.do-not-call:refused");
        assertThat(refusals(good().with(facts -> {
                    facts.number = refused;
                    facts.way = Way.TRANSFER;
                })))
                .containsExactly("gate.do-not-call:refused");
    }

    @Test
    void consentHasToBeThereOfThisNumberAndForThisPurpose() {
        assertThat(refusals(good().with(facts -> facts.voucher = null))).containsExactly("gate.voucher:missing");
        assertThat(refusals(good().with(facts -> facts.voucher = voucher(false, "information", -1, 100))))
                .containsExactly("gate.voucher:other-number");
        assertThat(refusals(good().with(facts -> facts.voucher = voucher(true, "survey", -1, 100))))
                .containsExactly("gate.voucher:other-purpose");
        assertThat(refusals(good().with(facts -> facts.voucher = voucher(true, "information", 1, 100))))
                .containsExactly("gate.voucher:not-yet-given");
    }

    @Test
    void consentEndsAtItsInstantAndWithItsWithdrawal() {
        Instant now = MORNING.toInstant();
        assertThat(refusals(good().with(facts -> facts.voucher =
                        new GateFacts.VoucherStanding(true, "information", false, now.minusSeconds(9), now, null))))
                .containsExactly("gate.voucher:expired");
        assertThat(refusals(good().with(facts -> facts.voucher = new GateFacts.VoucherStanding(
                        true, "information", false, now.minusSeconds(9), now.plusNanos(1), null))))
                .isEmpty();
        assertThat(refusals(good().with(facts -> facts.voucher = new GateFacts.VoucherStanding(
                        true, "information", false, now.minusSeconds(9), now.plusSeconds(9), now))))
                .containsExactly("gate.voucher:withdrawn");
    }

    @Test
    void shorterValidityCountsForConsentsThatWereGivenBefore() {
        Good old = good().with(facts -> facts.voucher = voucher(true, "information", -48, 10_000));
        assertThat(refusals(old)).isEmpty();
        assertThat(refusals(old.set(GateParameter.CONSENT_VALIDITY_DAYS, "2"))).containsExactly("gate.voucher:expired");
    }

    @Test
    void ownRequestIsAVoucherForCallingBackAlone() {
        GateFacts.VoucherStanding request = new GateFacts.VoucherStanding(
                true, "callback", true, MORNING.toInstant().minusSeconds(60), Instant.MAX, null);
        assertThat(refusals(good().with(facts -> facts.voucher = request)))
                .containsExactly("gate.voucher:other-purpose");
        assertThat(refusals(good().with(facts -> {
                    facts.voucher = request;
                    facts.purpose = Purpose.CALLBACK;
                })))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "08:59:59, closed",
        "09:00:00, open",
        "11:59:59, open",
        "12:00:00, closed",
        "13:59:59, closed",
        "14:00:00, open",
        "19:59:59, open",
        "20:00:00, closed",
        "00:00:00, closed"
    })
    void hoursBeginWithTheirFirstMinuteAndEndBeforeTheirLast(String time, String expected) {
        Good then = good().with(facts -> {
            facts.now = MORNING.with(LocalTime.parse(time));
            facts.voucher = voucher(true, "information", -24, 1_000);
        });
        assertThat(refusals(then)).isEqualTo(expected.equals("open") ? List.of() : List.of("gate.hours:closed"));
    }

    @Test
    void holidayIsClosedUnlessTheClientOpensIt() {
        Good holiday = good().with(facts -> facts.isHoliday = true);
        assertThat(refusals(holiday)).containsExactly("gate.hours:holiday");
        assertThat(refusals(holiday.set(GateParameter.OPEN_ON_HOLIDAYS, "true")))
                .isEmpty();
    }

    @Test
    void dayWeekAndGapEachBoundTheCallsToANumber() {
        Instant now = MORNING.toInstant();
        Instant midnight = MORNING.toLocalDate().atStartOfDay(HERE).toInstant();
        assertThat(refusals(called(midnight, midnight.plusSeconds(1)))).containsExactly("gate.frequency:day");
        assertThat(refusals(called(midnight.minusNanos(1), midnight))).isEmpty();
        Instant weekAgo = now.minus(Duration.ofDays(7));
        assertThat(refusals(called(weekAgo.plusNanos(1), weekAgo.plusSeconds(9), midnight)))
                .containsExactly("gate.frequency:week");
        assertThat(refusals(called(weekAgo, weekAgo.plusSeconds(9), midnight))).isEmpty();
        Instant gap = now.minus(Duration.ofHours(4));
        assertThat(refusals(called(gap.plusNanos(1)))).containsExactly("gate.frequency:gap");
        assertThat(refusals(called(gap))).isEmpty();
    }

    @Test
    void ownNumberIsNeededAndMayNotCallTooOften() {
        assertThat(refusals(good().with(facts -> facts.ownNumber = null))).containsExactly("gate.own-number:none");
        assertThat(refusals(good().with(facts -> facts.ownNumberCalls = 49))).isEmpty();
        assertThat(refusals(good().with(facts -> facts.ownNumberCalls = 50)))
                .containsExactly("gate.own-number-frequency:hour");
        assertThat(refusals(good().with(facts -> facts.ownNumberCallsInMinute = 9)))
                .isEmpty();
        assertThat(refusals(good().with(facts -> facts.ownNumberCallsInMinute = 10)))
                .containsExactly("gate.own-number-frequency:minute");
    }

    @Test
    void noTrunkRefusesEvenWhatIsHandedToAPartner() {
        assertThat(refusals(good().with(facts -> facts.noTrunk = "full"))).containsExactly("gate.trunk:full");
    }

    @Test
    void callIsHandedToListedNumbersOnlyAndNeedsNoConsentForIt() {
        GateFacts.NumberStanding listed = new GateFacts.NumberStanding(GateFacts.Form.DIALLABLE, false, true, false);
        for (Way way : List.of(Way.TRANSFER, Way.CONSULTATION)) {
            Good handed = good().with(facts -> {
                facts.way = way;
                facts.voucher = null;
                facts.purpose = null;
                facts.now = MORNING.withHour(3);
            });
            assertThat(refusals(handed)).containsExactly("gate.outside-number:not-listed");
            assertThat(refusals(handed.with(facts -> facts.number = listed))).isEmpty();
        }
    }

    @Test
    void agentsMobileIsCalledAtAnyHourWhereTheClientAllowsItAndAtASetNumberOnly() {
        GateFacts.NumberStanding set = new GateFacts.NumberStanding(GateFacts.Form.DIALLABLE, false, false, true);
        Good called = good().set(GateParameter.ENABLED, "false").with(facts -> {
            facts.way = Way.AGENT_DEVICE;
            facts.voucher = null;
            facts.purpose = null;
            facts.now = MORNING.withHour(3);
            facts.isHoliday = true;
            facts.calls = List.of(MORNING.withHour(3).toInstant());
        });
        assertThat(refusals(called.with(facts -> facts.number = set))).containsExactly("gate.agent-device:off");
        Good allowed = called.set(GateParameter.DEVICE_MOBILE, "true");
        assertThat(refusals(allowed)).containsExactly("gate.agent-device:not-listed");
        assertThat(refusals(allowed.with(facts -> facts.number = set))).isEmpty();
        assertThat(refusals(allowed.with(facts -> {
                    facts.number = set;
                    facts.isSiteEnabled = false;
                    facts.ownNumberCalls = 99;
                    facts.noTrunk = "full";
                })))
                .containsExactly("gate.outbound-off:site", "gate.own-number-frequency:hour", "gate.trunk:full");
    }

    @Test
    void allRulesThatRefuseAreNamedInTheirOrder() {
        List<String> refusals =
                refusals(good().set(GateParameter.ENABLED, "false").with(facts -> {
                    facts.purpose = null;
                    facts.number = new GateFacts.NumberStanding(GateFacts.Form.OWN, true, false, false);
                    facts.voucher = null;
                    facts.now = MORNING.withHour(3);
                    facts.ownNumber = null;
                    facts.ownNumberCalls = 99;
                }));
        assertThat(refusals)
                .containsExactly(
                        "gate.outbound-off:client",
                        "gate.purpose:not-licensed",
                        "gate.number:own-number",
                        "gate.do-not-call:refused",
                        "gate.voucher:missing",
                        "gate.hours:closed",
                        "gate.own-number:none",
                        "gate.own-number-frequency:hour");
    }

    private static Good called(Instant... calls) {
        return good().with(facts -> facts.calls = List.of(calls));
    }

    private static GateFacts.VoucherStanding voucher(boolean isOfNumber, String purpose, long givenHours, long hours) {
        Instant given = MORNING.toInstant().plus(Duration.ofHours(givenHours));
        return new GateFacts.VoucherStanding(
                isOfNumber, purpose, false, given, given.plus(Duration.ofHours(hours)), null);
    }

    private static List<String> refusals(Good good) {
        return GateRules.failures(good.facts()).stream().map(GateRecords::text).toList();
    }

    private static Good good() {
        return new Good(List.of());
    }

    /// Facts that refuse nothing, and what is changed about them.
    private record Good(List<Consumer<Open>> changes) {
        Good with(Consumer<Open> change) {
            List<Consumer<Open>> more = new ArrayList<>(changes);
            more.add(change);
            return new Good(more);
        }

        Good set(GateParameter parameter, String value) {
            return with(open -> open.parameters.put(parameter, value));
        }

        GateFacts facts() {
            Open open = new Open();
            changes.forEach(change -> change.accept(open));
            return new GateFacts(
                    open.way,
                    open.isSiteEnabled,
                    new GateParameters(open.parameters),
                    open.now,
                    open.isHoliday,
                    open.purpose,
                    open.number,
                    open.voucher,
                    open.calls,
                    open.ownNumber,
                    new GateFacts.OwnNumberCalls(open.ownNumberCalls, open.ownNumberCallsInMinute),
                    open.noTrunk);
        }
    }

    private static final class Open {
        private Way way = Way.CLICK_TO_CALL;
        private boolean isSiteEnabled = true;
        private final Map<GateParameter, String> parameters = new EnumMap<>(Map.of(GateParameter.ENABLED, "true"));
        private ZonedDateTime now = MORNING;
        private boolean isHoliday;

        @Nullable
        private Purpose purpose = Purpose.INFORMATION;

        private GateFacts.NumberStanding number =
                new GateFacts.NumberStanding(GateFacts.Form.DIALLABLE, false, false, false);

        private GateFacts.@Nullable VoucherStanding voucher = voucher(true, "information", -1, 100);
        private List<Instant> calls = List.of();

        @Nullable
        private String ownNumber = "4001";

        private int ownNumberCalls;
        private int ownNumberCallsInMinute;
        private String noTrunk = "";
    }
}
