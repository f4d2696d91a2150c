package org.kezheng.platform.gate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kezheng.crm.consents.Purpose;

/// What a client may set about its calls to the outside, and about what is kept of its calls. Each has a default,
/// and where a rule or the choice of the platform says so, a bound that nobody can pass. Whatever lets more calls
/// out, or keeps less, loosens, and needs a second person.
public enum GateParameter {
    /// Off by default: access numbers are for inbound in principle (工信部信管〔2020〕81号).
    ENABLED("outbound.enabled", "false", Confidence.VERIFIED),
    /// Commercial marketing cannot be selected (the same notice).
    ALLOWED_PURPOSES("outbound.allowed-purposes", "callback,information,service-notice,survey", Confidence.VERIFIED),
    CONSENT_VALIDITY_DAYS("outbound.consent-validity-days", "365", Confidence.CHOICE),
    /// How long a caller's own request to be called back is a voucher.
    REQUEST_VALIDITY_DAYS("outbound.request-validity-days", "7", Confidence.CHOICE),
    /// In the site's time zone. No national rule of hours is known; a carrier's contract or a province may have
    /// one.
    HOURS("outbound.hours", "09:00-12:00,14:00-20:00", Confidence.CHOICE),
    OPEN_ON_HOLIDAYS("outbound.open-on-holidays", "false", Confidence.CHOICE),
    MAX_PER_NUMBER_DAY("outbound.max-per-number-day", "2", Confidence.CHOICE),
    MAX_PER_NUMBER_WEEK("outbound.max-per-number-week", "3", Confidence.CHOICE),
    GAP_MINUTES("outbound.gap-minutes", "240", Confidence.CHOICE),
    /// One regulator flagged numbers that called more than 60 times within an hour (Hubei 2016).
    MAX_PER_OWN_NUMBER_HOUR("outbound.max-per-own-number-hour", "50", Confidence.VERIFIED),
    /// Calls that one own number may begin within a minute: carriers limit it by contract.
    MAX_PER_OWN_NUMBER_MINUTE("outbound.max-per-own-number-minute", "10", Confidence.CHOICE),
    /// Decisions, numbers, times and vouchers are kept at least 30 days (the notice of 2020).
    RETENTION_DAYS("outbound.retention-days", "180", Confidence.VERIFIED),
    /// How long recordings of calls that came in are kept. No general rule is known; a trade may have its own.
    RECORDING_INBOUND_DAYS("recording.retention-inbound-days", "180", Confidence.CHOICE),
    /// How long recordings of calls with a leg to the outside are kept: at least 30 days (the notice of 2020).
    RECORDING_OUTBOUND_DAYS("recording.retention-outbound-days", "180", Confidence.VERIFIED),
    /// How many of the calls that come in are recorded, in percent.
    RECORDING_INBOUND_SHARE("recording.share-inbound", "100", Confidence.CHOICE),
    /// Calls to the outside are recorded, all of them (the notice of 2020): no other value is taken.
    RECORDING_OUTBOUND_SHARE("recording.share-outbound", "100", Confidence.VERIFIED),
    /// Codes of queues whose callers are not recorded.
    RECORDING_EXEMPT_QUEUES("recording.queues-not-recorded", "none", Confidence.CHOICE),
    /// Whether an agent has to pass a test of the device in each sign-in before becoming ready.
    DEVICE_TEST_DEMANDED("device.test-demanded", "false", Confidence.CHOICE),
    /// Whether agents may answer on their own mobile: each such call is a leg to the outside.
    DEVICE_MOBILE("device.mobile", "false", Confidence.CHOICE);

    private static final String NONE = "none";

    private final String key;
    private final String initial;
    private final Confidence confidence;

    GateParameter(String key, String initial, Confidence confidence) {
        this.key = key;
        this.initial = initial;
        this.confidence = confidence;
    }

    /// Where a default or bound comes from.
    public enum Confidence {
        /// A source was read.
        VERIFIED,
        /// The platform's own choice; no rule is known.
        CHOICE
    }

    /// What values a parameter takes, and which of two lets more calls out.
    sealed interface Kind {
        /// `true` lets more out.
        record Switch() implements Kind {}

        /// `true` asks for more.
        record Demand() implements Kind {}

        /// A number of which a higher one lets more out.
        record AtMost(int min, int bound) implements Kind {}

        /// A number of which a lower one lets more out.
        record AtLeast(int bound, int max) implements Kind {}

        record Hours() implements Kind {}

        record Purposes() implements Kind {}

        /// Codes, parted by commas, or `none`. More of them loosen.
        record Codes() implements Kind {}
    }

    /// How a value stands to the one in force.
    public enum Change {
        /// It is no value of the parameter, or is beyond its bound.
        INVALID,
        NONE,
        TIGHTENS,
        LOOSENS
    }

    private Kind kind() {
        return switch (this) {
            case ENABLED, OPEN_ON_HOLIDAYS, DEVICE_MOBILE -> new Kind.Switch();
            case ALLOWED_PURPOSES -> new Kind.Purposes();
            case CONSENT_VALIDITY_DAYS -> new Kind.AtMost(1, 1_095);
            case REQUEST_VALIDITY_DAYS -> new Kind.AtMost(1, 30);
            case HOURS -> new Kind.Hours();
            case MAX_PER_NUMBER_DAY -> new Kind.AtMost(1, 20);
            case MAX_PER_NUMBER_WEEK -> new Kind.AtMost(1, 50);
            case GAP_MINUTES -> new Kind.AtLeast(0, 10_080);
            case MAX_PER_OWN_NUMBER_MINUTE -> new Kind.AtMost(1, 20);
            case MAX_PER_OWN_NUMBER_HOUR -> new Kind.AtMost(1, 60);
            case RETENTION_DAYS, RECORDING_OUTBOUND_DAYS -> new Kind.AtLeast(30, 3_650);
            case RECORDING_INBOUND_DAYS -> new Kind.AtLeast(1, 3_650);
            case RECORDING_INBOUND_SHARE -> new Kind.AtLeast(0, 100);
            case RECORDING_OUTBOUND_SHARE -> new Kind.AtLeast(100, 100);
            case RECORDING_EXEMPT_QUEUES -> new Kind.Codes();
            case DEVICE_TEST_DEMANDED -> new Kind.Demand();
        };
    }

    public String key() {
        return key;
    }

    public String initial() {
        return initial;
    }

    public Confidence confidence() {
        return confidence;
    }

    /// The bound that no value may pass, as it is shown; empty: none but the form.
    public String bound() {
        return switch (kind()) {
            case Kind.AtMost(var min, var bound) -> "<= " + bound;
            case Kind.AtLeast(var bound, var max) -> ">= " + bound;
            case Kind.Purposes none -> "no marketing";
            case Kind.Switch none -> "";
            case Kind.Demand none -> "";
            case Kind.Hours none -> "";
            case Kind.Codes none -> "";
        };
    }

    /// The rule that refuses a value beyond the bound.
    String boundRule() {
        if (this == RECORDING_OUTBOUND_SHARE) {
            return "recording.demanded";
        }
        return key.startsWith("recording.retention") ? "retention.floor" : "gate.parameter-bound";
    }

    public static Optional<GateParameter> of(String key) {
        for (GateParameter parameter : values()) {
            if (parameter.key.equals(key)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /// What taking this value in place of that would be.
    public Change change(String from, String to) {
        if (!isValid(to)) {
            return Change.INVALID;
        }
        if (to.equals(from)) {
            return Change.NONE;
        }
        boolean isTighter = switch (kind()) {
            case Kind.Switch on -> to.equals("false");
            case Kind.Demand demand -> to.equals("true");
            case Kind.AtMost most -> Integer.parseInt(to) <= Integer.parseInt(from);
            case Kind.AtLeast least -> Integer.parseInt(to) >= Integer.parseInt(from);
            case Kind.Hours hours ->
                CallingHours.of(to).orElseThrow().isWithin(CallingHours.of(from).orElseThrow());
            case Kind.Purposes purposes -> purposes(from).containsAll(purposes(to));
            case Kind.Codes codes -> codes(from).containsAll(codes(to));
        };
        return isTighter ? Change.TIGHTENS : Change.LOOSENS;
    }

    private boolean isValid(String value) {
        return switch (kind()) {
            case Kind.Switch on -> isTruth(value);
            case Kind.Demand demand -> isTruth(value);
            case Kind.AtMost(var min, var bound) -> isWithin(value, min, bound);
            case Kind.AtLeast(var bound, var max) -> isWithin(value, bound, max);
            case Kind.Hours hours -> CallingHours.of(value).isPresent();
            case Kind.Purposes purposes -> isPurposes(value);
            case Kind.Codes codes -> value.matches("[a-z0-9-]{1,40}(,[a-z0-9-]{1,40}){0,49}");
        };
    }

    private static boolean isTruth(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isWithin(String value, int min, int max) {
        if (!value.matches("0|[1-9]\\d{0,5}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return min <= number && number <= max;
    }

    private static boolean isPurposes(String value) {
        for (String code : value.split(",", -1)) {
            if (Purpose.of(code).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// The codes of queues that the value names; none where the parameter is not about queues.
    List<String> queuesNamed(String value) {
        return this == RECORDING_EXEMPT_QUEUES && !value.equals(NONE) ? List.of(value.split(",", -1)) : List.of();
    }

    static Set<String> codes(String value) {
        return value.equals(NONE) ? Set.of() : Set.copyOf(List.of(value.split(",", -1)));
    }

    static Set<Purpose> purposes(String value) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (String code : value.split(",", -1)) {
            Purpose.of(code).ifPresent(purposes::add);
        }
        return purposes;
    }
}
