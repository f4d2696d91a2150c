package org.kezheng.platform.gate;

import java.util.List;

/// What went out for a call, for those who read it.
public interface LegsOfCalls {
    /// The legs that the gate let out for a call of the client in scope, in their order.
    List<GateRecord> of(long contact);
}
