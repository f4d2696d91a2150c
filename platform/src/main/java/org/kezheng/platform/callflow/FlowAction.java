package org.kezheng.platform.callflow;

import org.kezheng.acd.engine.AgentId;
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

    /// Ask the gate, at the moment of dialling, and tell what it said.
    ///
    /// @param precursor the contact in which the customer asked to be called back; 0: none
    record AskGate(ContactId contact, ClientId client, AgentId agent, long precursor) implements FlowAction {}

    /// Tell what came of calling the contact's customer.
    record TellOutside(ContactId contact, OutsideResult result) implements FlowAction {}

    /// Keep the caller's number, durably, before anything that follows.
    record RememberCaller(ContactId contact, ClientId client, PhoneNumber number) implements FlowAction {}

    /// Keep the PBX's boot epoch, so that the flow can be told of it after a restart.
    record RememberEpoch(String bootEpoch) implements FlowAction {}
}
