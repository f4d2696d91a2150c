package org.kezheng.platform.quality;

import java.util.List;

/// What the lines of calls were like, for those who read it.
public interface LinesOfCalls {
    /// The lines of a call of the client in scope: the customer's first, then the agents' in the order of their offers.
    List<LineFigures> of(long contact);
}
