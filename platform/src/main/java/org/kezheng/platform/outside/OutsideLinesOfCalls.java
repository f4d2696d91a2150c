package org.kezheng.platform.outside;

import java.util.List;

/// What became of legs to the outside, for those who read it.
public interface OutsideLinesOfCalls {
    /// The lines of a call of the client in scope, by the gate's decisions.
    List<OutsideLine> of(long contact);

    /// Whether all that was told so far can be read.
    boolean isSettled();
}
