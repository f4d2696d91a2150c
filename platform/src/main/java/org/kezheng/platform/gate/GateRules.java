package org.kezheng.platform.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kezheng.crm.consents.Purpose;

/// The decision itself: pure, each rule tried, in the order of [GateRule].
final class GateRules {
    private static final int DAYS_OF_WEEK = 7;

    private GateRules() {}

    /// The rules that refuse; none: the leg may be dialled.
    static List<GateFailure> failures(GateFacts facts) {
        List<GateFailure> failures = new ArrayList<>();
        for (GateRule rule : GateRule.values()) {
            reasonOf(rule, facts).ifPresent(why -> failures.add(new GateFailure(rule, why)));
        }
        return failures;
    }

    private static Optional<String> reasonOf(GateRule rule, GateFacts facts) {
        boolean isToPerson = facts.way().isToPerson();
        return switch (rule) {
            case OUTBOUND_OFF -> outboundOff(facts);
            case PURPOSE -> isToPerson ? purpose(facts) : Optional.empty();
            case NUMBER -> number(facts);
            case DO_NOT_CALL -> facts.number().isRefused() ? Optional.of("refused") : Optional.empty();
            case VOUCHER -> isToPerson ? voucher(facts) : Optional.empty();
            case HOURS -> isToPerson ? hours(facts) : Optional.empty();
            case FREQUENCY -> isToPerson ? frequency(facts) : Optional.empty();
            case OWN_NUMBER -> facts.ownNumber() == null ? Optional.of("none") : Optional.empty();
            case OWN_NUMBER_FREQUENCY -> ownNumberFrequency(facts);
            case OUTSIDE_NUMBER ->
                facts.way().isToPartner() && !facts.number().isOutsideNumber()
                        ? Optional.of("not-listed")
                        : Optional.empty();
            case AGENT_DEVICE -> facts.way().isToStaff() ? agentDevice(facts) : Optional.empty();
            case TRUNK -> facts.noTrunk().isEmpty() ? Optional.empty() : Optional.of(facts.noTrunk());
        };
    }

    private static Optional<String> outboundOff(GateFacts facts) {
        if (!facts.isSiteEnabled()) {
            return Optional.of("site");
        }
        // Whether staff is called is a switch of its own.
        boolean isOn = facts.way().isToStaff() || facts.parameters().isEnabled();
        return isOn ? Optional.empty() : Optional.of("client");
    }

    private static Optional<String> agentDevice(GateFacts facts) {
        if (!facts.parameters().mayUseMobiles()) {
            return Optional.of("off");
        }
        return facts.number().isAgentsMobile() ? Optional.empty() : Optional.of("not-listed");
    }

    private static Optional<String> purpose(GateFacts facts) {
        Purpose purpose = facts.purpose();
        if (purpose == null) {
            return Optional.of("not-licensed");
        }
        return facts.parameters().purposes().contains(purpose) ? Optional.empty() : Optional.of("not-allowed");
    }

    private static Optional<String> number(GateFacts facts) {
        GateFacts.Form form = facts.number().form();
        return form == GateFacts.Form.DIALLABLE ? Optional.empty() : Optional.of(form.code());
    }

    /// Silence is refusal: without a voucher nobody is called.
    private static Optional<String> voucher(GateFacts facts) {
        Optional<GateFacts.VoucherStanding> found = facts.voucherStanding();
        if (found.isEmpty()) {
            return Optional.of("missing");
        }
        GateFacts.VoucherStanding voucher = found.get();
        Instant now = facts.now().toInstant();
        if (!voucher.isOfNumber()) {
            return Optional.of("other-number");
        }
        if (facts.purpose() == null || !facts.purpose().code().equals(voucher.purpose())) {
            return Optional.of("other-purpose");
        }
        Instant withdrawnAt = voucher.withdrawnAt();
        if (withdrawnAt != null && !withdrawnAt.isAfter(now)) {
            return Optional.of("withdrawn");
        }
        if (voucher.givenAt().isAfter(now)) {
            return Optional.of("not-yet-given");
        }
        GateParameter validity =
                voucher.isOwnRequest() ? GateParameter.REQUEST_VALIDITY_DAYS : GateParameter.CONSENT_VALIDITY_DAYS;
        Instant last = voucher.givenAt().plus(Duration.ofDays(facts.parameters().number(validity)));
        boolean isExpired = !now.isBefore(voucher.expiresAt()) || !now.isBefore(last);
        return isExpired ? Optional.of("expired") : Optional.empty();
    }

    private static Optional<String> hours(GateFacts facts) {
        if (facts.isHoliday() && !facts.parameters().isOpenOnHolidays()) {
            return Optional.of("holiday");
        }
        boolean isOpen = facts.parameters().hours().contains(facts.now().toLocalTime());
        return isOpen ? Optional.empty() : Optional.of("closed");
    }

    private static Optional<String> frequency(GateFacts facts) {
        Instant now = facts.now().toInstant();
        GateParameters parameters = facts.parameters();
        Instant midnight =
                facts.now().toLocalDate().atStartOfDay(facts.now().getZone()).toInstant();
        long today =
                facts.calls().stream().filter(call -> !call.isBefore(midnight)).count();
        if (today >= parameters.number(GateParameter.MAX_PER_NUMBER_DAY)) {
            return Optional.of("day");
        }
        Instant weekAgo = now.minus(Duration.ofDays(DAYS_OF_WEEK));
        long week = facts.calls().stream().filter(call -> call.isAfter(weekAgo)).count();
        if (week >= parameters.number(GateParameter.MAX_PER_NUMBER_WEEK)) {
            return Optional.of("week");
        }
        Instant earliest = now.minus(parameters.gap());
        boolean isTooSoon = facts.calls().stream().anyMatch(call -> call.isAfter(earliest));
        return isTooSoon ? Optional.of("gap") : Optional.empty();
    }

    private static Optional<String> ownNumberFrequency(GateFacts facts) {
        GateParameters parameters = facts.parameters();
        if (facts.ownNumberCalls().inHour() >= parameters.number(GateParameter.MAX_PER_OWN_NUMBER_HOUR)) {
            return Optional.of("hour");
        }
        int most = parameters.number(GateParameter.MAX_PER_OWN_NUMBER_MINUTE);
        return facts.ownNumberCalls().inMinute() >= most ? Optional.of("minute") : Optional.empty();
    }
}
