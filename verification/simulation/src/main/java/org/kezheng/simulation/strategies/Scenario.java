package org.kezheng.simulation.strategies;

/// A day of two hours.
enum Scenario {
    /// As many calls all the time as keep the agents well busy.
    STEADY,
    /// Few calls, and a quarter of an hour in which twice as many come as the agents can serve.
    PEAK,
    /// Well busy, until a third of the agents go home after half an hour.
    SICK_LEAVE;

    private static final long MINUTE = 60_000_000;

    static final long LENGTH_MICROS = 120 * MINUTE;

    /// Calls a minute at an instant of the day.
    double callsPerMinute(long atMicros) {
        return switch (this) {
            case STEADY, SICK_LEAVE -> 3.2;
            case PEAK -> atMicros >= 45 * MINUTE && atMicros < 60 * MINUTE ? 8 : 2;
        };
    }

    /// When so many agents sign out; never: behind the day's end.
    long leaveAtMicros() {
        return this == SICK_LEAVE ? 30 * MINUTE : LENGTH_MICROS + 1;
    }
}
