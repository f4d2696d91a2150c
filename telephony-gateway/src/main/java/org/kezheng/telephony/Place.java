package org.kezheng.telephony;

/// Where the channels of a talk can be sent; each is an entry of the PBX's dialplan.
public sealed interface Place {

    /// The caller waits, with music.
    record Waiting() implements Place {}
}
