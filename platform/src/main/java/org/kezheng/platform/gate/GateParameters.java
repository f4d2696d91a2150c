package org.kezheng.platform.gate;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kezheng.crm.consents.Purpose;

/// A client's parameters at one moment: the defaults, and over them what was changed.
public record GateParameters(Map<GateParameter, String> values) {
    public GateParameters {
        Map<GateParameter, String> all = new EnumMap<>(GateParameter.class);
        for (GateParameter parameter : GateParameter.values()) {
            all.put(parameter, Objects.requireNonNullElse(values.get(parameter), parameter.initial()));
        }
        values = Map.copyOf(all);
    }

    /// What holds where nothing was changed.
    public static GateParameters initial() {
        return new GateParameters(Map.of());
    }

    public String value(GateParameter parameter) {
        return Objects.requireNonNull(values.get(parameter), "Each parameter has a value");
    }

    boolean isEnabled() {
        return Boolean.parseBoolean(value(GateParameter.ENABLED));
    }

    /// Whether agents may answer on their own mobile.
    public boolean mayUseMobiles() {
        return Boolean.parseBoolean(value(GateParameter.DEVICE_MOBILE));
    }

    Set<Purpose> purposes() {
        return GateParameter.purposes(value(GateParameter.ALLOWED_PURPOSES));
    }

    CallingHours hours() {
        return CallingHours.of(value(GateParameter.HOURS)).orElseThrow();
    }

    boolean isOpenOnHolidays() {
        return Boolean.parseBoolean(value(GateParameter.OPEN_ON_HOLIDAYS));
    }

    Duration gap() {
        return Duration.ofMinutes(number(GateParameter.GAP_MINUTES));
    }

    /// The value of one that is a list of codes.
    public Set<String> codes(GateParameter parameter) {
        return GateParameter.codes(value(parameter));
    }

    /// The value of one that is a number.
    public int number(GateParameter parameter) {
        return Integer.parseInt(value(parameter));
    }
}
