package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.platform.flows.Fact;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;

/// What the call flow is told.
public sealed interface FlowInput {
    /// Something happened on the PBX.
    record Heard(PbxEvent event) implements FlowInput {}

    /// The engine applied a command, and the journal holds it.
    record Recorded(Command command, List<Event> events) implements FlowInput {
        public Recorded {
            events = List.copyOf(events);
        }
    }

    /// The PBX answered a request.
    record Answered(PbxRequest request, PbxAnswer answer) implements FlowInput {}

    /// The gate has decided; null: it refused, or could not be asked.
    record GateDecided(ContactId contact, @Nullable GatePass pass) implements FlowInput {}

    /// Whether the contact is a call that one agent wanted to make, and nobody else.
    record WantedBy(ContactId contact, boolean isOne) implements FlowInput {}

    /// The gate has decided about an offer to an agent's mobile; null: it refused, or could not be asked.
    record MobileDecided(OfferId offer, @Nullable GatePass pass) implements FlowInput {}

    /// Who calls, as far as it is known.
    record WhoCalls(ContactId contact, Set<Fact> facts) implements FlowInput {
        public WhoCalls {
            facts = Set.copyOf(facts);
        }
    }

    /// The caller of that contact can be called back, in a contact of its own; null: not at all.
    record CallbackPrepared(ContactId contact, @Nullable ContactId callback) implements FlowInput {}

    /// What the caller entered is what the customer file holds, or is not.
    record Compared(ContactId contact, boolean isRight) implements FlowInput {}

    /// Somebody has turned the emergency switch of a client; null: off.
    record EmergencySwitched(ClientId client, @Nullable Emergency emergency) implements FlowInput {}

    /// The agent who talks with the caller lends them to that flow of the client's self-service. What is done at once
    /// tells by [FlowAction.RefuseLending] when that cannot be.
    record Lend(ContactId contact, String flow) implements FlowInput {}

    /// Time has passed: told about once a second while [CallFlow#awaitsTime] holds.
    record Clock(Instant now) implements FlowInput {}

    /// The agent takes calls on this device from now on; `null`: on none.
    record DeviceChosen(AgentId agent, @Nullable AgentDevice device) implements FlowInput {}

    /// The agent takes calls on the own mobile from now on, whose number nobody here knows.
    ///
    /// @param prompt the file that asks whoever picks up for the key
    record MobileChosen(AgentId agent, String prompt) implements FlowInput {}

    /// The gate has let a leg out, by which a caller is handed to somebody outside, or an agent asks them first.
    ///
    /// @param number none that another hand-over of the contact has; up to 13 digits
    record HandOut(ContactId contact, boolean isConsultation, long number, GatePass pass) implements FlowInput {}

    /// The agent leaves the caller to whom was asked outside.
    record HandOutDone(ContactId contact) implements FlowInput {}

    /// The agent changes between the caller and whom was asked outside.
    record HandOutSwapped(ContactId contact) implements FlowInput {}

    /// All three are to talk; the caller is taken back besides.
    record HandOutConferred(ContactId contact) implements FlowInput {}

    /// The agent wants the caller back.
    record HandOutWithdrawn(ContactId contact) implements FlowInput {}
}
