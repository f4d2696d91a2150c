package org.kezheng.platform.gate;

/// Whether a trunk could take one more call now.
public interface TrunkRoom {
    /// Why none can, in a word; empty: one can.
    String obstacle();

    /// A call was refused for no other reason than this one.
    void blocked(String why);
}
