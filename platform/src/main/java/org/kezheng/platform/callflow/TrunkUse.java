package org.kezheng.platform.callflow;

import java.util.List;

/// How the trunks are used at one moment, in the order of the plan.
///
/// @param isSeen whether the PBX can be vouched for; else the figures are those of before
public record TrunkUse(boolean isSeen, List<Load> loads) {
    public TrunkUse {
        loads = List.copyOf(loads);
    }

    /// One trunk.
    ///
    /// @param in callers on it
    /// @param out legs to the outside that are kept for it, dialled or joined
    /// @param begun calls to the outside begun by it since the start
    /// @param notTaken of these, how many it did not take
    public record Load(int in, int out, long begun, long notTaken) {}
}
