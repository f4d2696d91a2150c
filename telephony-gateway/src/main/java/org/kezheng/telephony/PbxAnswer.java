package org.kezheng.telephony;

/// The PBX's answer to a request: whether it took the order, not how the order ended.
public sealed interface PbxAnswer {

    /// The PBX took the order; events tell the rest.
    record Accepted() implements PbxAnswer {}

    /// What the PBX was asked to tell.
    record Told(String value) implements PbxAnswer {}

    /// A leg of that id is or was there already: nothing new was begun.
    record AlreadyThere() implements PbxAnswer {}

    /// There is no such channel (any more): nothing to end.
    record NotThere() implements PbxAnswer {}

    /// The PBX refused the order for another reason; nothing was begun.
    record Refused() implements PbxAnswer {}

    /// No connection, no answer in time, or too many requests under way. The order may or may not have been carried
    /// out: send it again after the next [PbxEvent.Connected] if it still matters.
    record Unavailable() implements PbxAnswer {}
}
