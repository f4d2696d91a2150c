package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.platform.flows.SecretDigits;
import org.kezheng.platform.flows.Task;
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
    /// @param noTrunk why no trunk can take the call, as [TrunkPlan] lists the words; empty: one keeps a line
    ///     for it
    record AskGate(ContactId contact, ClientId client, AgentId agent, long precursor, String noTrunk)
            implements FlowAction {}

    /// Look up whether that contact is a call that one agent wanted, and tell it by [FlowInput.WantedBy], soon and
    /// whatever happens.
    record AskWhoWants(ContactId contact, ClientId client) implements FlowAction {}

    /// Ask the gate whether the offer may ring at the agent's mobile, and tell what it said by
    /// [FlowInput.MobileDecided], soon and whatever happens.
    ///
    /// @param noTrunk as of [AskGate]
    record AskMobileGate(OfferId offer, ContactId contact, ClientId client, AgentId agent, String noTrunk)
            implements FlowAction {}

    /// Tell what came of calling the contact's customer.
    record TellOutside(ContactId contact, OutsideResult result) implements FlowAction {}

    /// Tell how far somebody outside is who is called on behalf of a caller.
    record TellPartner(ContactId contact, PartnerMoment moment) implements FlowAction {}

    /// Tell that the parties of a talk were moved, though nothing that is recorded of it has changed.
    record TellMoved(ContactId contact) implements FlowAction {}

    /// Keep a moment of a line to the outside.
    record KeepOutside(OutsideMoment moment) implements FlowAction {}

    /// Keep the caller's number, durably, before anything that follows.
    record RememberCaller(ContactId contact, ClientId client, PhoneNumber number) implements FlowAction {}

    /// Look up who calls, and tell it by [FlowInput.WhoCalls], soon and whatever happens.
    record AskWhoCalls(ContactId contact, ClientId client, PhoneNumber number) implements FlowAction {}

    /// Prepare that the caller will be called back, and tell it by [FlowInput.CallbackPrepared], soon and
    /// whatever happens.
    record PrepareCallback(ContactId contact, ClientId client) implements FlowAction {}

    /// Compare what the caller has entered with what the customer file holds, and tell it by
    /// [FlowInput.Compared], soon and whatever happens.
    record Compare(ContactId contact, ClientId client, SecretDigits digits) implements FlowAction {}

    /// Keep what happened to a caller in a flow.
    ///
    /// @param ending how the flow ended; [Ending#NONE] while it goes on
    record KeepNotes(ContactId contact, FlowLine line, Instant at, List<Task.Note> notes, Ending ending)
            implements FlowAction {
        public KeepNotes {
            notes = List.copyOf(notes);
        }
    }

    /// Keep that a caller was told of an emergency, to its end or until they hung up. Whom a closure was told, or
    /// would have been if anything could be said, is turned away by it.
    ///
    /// @param line the flow of the number that was dialled; `null`: it has none, or it is not known any more
    /// @param ending [Ending#HUNG_UP] of a caller who is led by no flow that would say so, else [Ending#NONE]; a
    ///     closure is an end by itself
    record KeepTold(
            ContactId contact, ClientId client, @Nullable FlowLine line, Emergency emergency, Ending ending)
            implements FlowAction {}

    /// How far a flow has come.
    enum Ending {
        NONE,
        /// The caller waits for a person.
        QUEUED,
        /// The flow ended the call.
        ENDED,
        HUNG_UP
    }

    /// Tell how it stands with a caller who is lent to self-service.
    ///
    /// @param talk the offer of the agent who lent the caller
    record TellLending(ContactId contact, OfferId talk, FlowLine line, Lending lending) implements FlowAction {}

    /// Tell whoever asked for it that the agent has no such caller in hand to be lent.
    record RefuseLending(ContactId contact) implements FlowAction {}

    /// Keep the PBX's boot epoch, so that the flow can be told of it after a restart.
    record RememberEpoch(String bootEpoch) implements FlowAction {}
}
