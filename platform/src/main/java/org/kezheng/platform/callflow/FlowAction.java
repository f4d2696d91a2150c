package org.kezheng.platform.callflow;

import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

/// What the call flow wants done, in this order.
public sealed interface FlowAction {
    /// Give the engine a command.
    record Submit(Command command) implements FlowAction {}

    /// Send the PBX a request and tell its answer.
    record Ask(PbxRequest request) implements FlowAction {}

    /// Keep the caller's number, durably, before anything that follows.
    record RememberCaller(ContactId contact, ClientId client, PhoneNumber number) implements FlowAction {}

    /// Keep the PBX's boot epoch, so that the flow can be told of it after a restart.
    record RememberEpoch(String bootEpoch) implements FlowAction {}
}
