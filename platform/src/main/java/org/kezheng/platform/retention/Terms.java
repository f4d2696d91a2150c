package org.kezheng.platform.retention;

import org.kezheng.platform.gate.GateParameter;
import org.kezheng.platform.gate.GateParameters;

/// How many days a client's recordings are kept.
record Terms(int inboundDays, int outboundDays) {
    /// Calls of the platform to itself hold two tones.
    private static final int TEST_DAYS = 1;

    /// Tells the terms of the client in scope.
    interface Source {
        Terms get();
    }

    static Terms of(GateParameters parameters) {
        return new Terms(
                parameters.number(GateParameter.RECORDING_INBOUND_DAYS),
                parameters.number(GateParameter.RECORDING_OUTBOUND_DAYS));
    }

    int days(Direction direction) {
        return switch (direction) {
            case INBOUND -> inboundDays;
            case OUTBOUND -> outboundDays;
            case TEST -> TEST_DAYS;
            case UNKNOWN -> Math.max(inboundDays, outboundDays);
        };
    }
}
