package org.kezheng.platform.callflow;

/// A place for one leg's line of a trunk, which [TrunkLines] fills.
final class LineHold {
    /// The trunk of the site's plan, counted from 0; [TrunkLines#NONE]: no line.
    int trunk = TrunkLines.NONE;
}
