package org.kezheng.acd.engine;

/// What happens to the engine: all of its input. Each command is journaled with the instant at which it was
/// applied.
public sealed interface Command {
    /// Puts a whole configuration in force, while contacts wait.
    record Configure(Configuration configuration) implements Command {}

    /// Signs an agent in, as not ready. Signed in already: changes nothing, but takes back a pending sign-out.
    record SignIn(AgentId agent) implements Command {}

    /// Signs an agent out. An offer that rings is withdrawn, a wrap-up ends; a talk goes on and the agent is out
    /// at its end.
    record SignOut(AgentId agent) implements Command {}

    /// Makes an agent ready; from an offer to the end of wrap-up: takes back the next state chosen before.
    record MakeReady(AgentId agent) implements Command {}

    /// Makes an agent not ready; from an offer to the end of wrap-up: chooses this as the next state.
    record MakeNotReady(AgentId agent, ReasonCode reason) implements Command {}

    /// A contact enters a queue. Refused: the caller is still on the line, and the host has to end it.
    ///
    /// @param priority 0 to 100, added to the queue's
    /// @param token stands for the customer, so that who drops and comes back finds the place kept; 0: none. Made
    ///     with a key that is destroyed daily, never from a number alone.
    record Arrive(
            ContactId contact,
            ClientId client,
            QueueId queue,
            ContactKind kind,
            int priority,
            boolean isVip,
            long token,
            AgentWish wish)
            implements Command {
        public Arrive {
            Checks.priority(priority);
            Checks.notNegative(token, "A token");
            Checks.notInternal(kind);
        }

        /// A call of no priority, for anyone.
        public Arrive(ContactId contact, ClientId client, QueueId queue) {
            this(contact, client, queue, ContactKind.CALL, 0, false, 0, new AgentWish.Anyone());
        }
    }

    /// An agent calls another one, who alone is offered this contact, ready or not: an internal call, or a
    /// consultation. It ends when the offer ends unanswered.
    ///
    /// @param queue whose offer timeout holds; it counts the contact in no figure
    /// @param precursor the contact on whose behalf the call is; 0: none
    record CallAgent(ContactId contact, ClientId client, QueueId queue, AgentId agent, long precursor)
            implements Command {
        public CallAgent {
            Checks.notNegative(precursor, "A contact");
        }
    }

    /// A waiting contact becomes a callback, which is a contact of its own and has the same place.
    record TakeCallback(ContactId contact, ContactId callback) implements Command {}

    /// How long will a waiting contact still wait?
    record EstimateWait(ContactId contact) implements Command {}

    /// A supervisor moves a waiting contact into another queue of its client and channel. It keeps its arrival.
    record Move(ContactId contact, QueueId queue) implements Command {}

    /// A supervisor gives a waiting contact to a ready agent, whatever the agent's skills.
    record Assign(ContactId contact, AgentId agent) implements Command {}

    /// An agent, ready or not, takes a waiting contact out of its order, whatever the agent's skills.
    record Pull(ContactId contact, AgentId agent) implements Command {}

    /// The agent gives the contact back into a queue of its client and channel; it keeps its arrival.
    record TransferToQueue(ContactId contact, QueueId queue) implements Command {}

    /// The agent gives the contact to another agent, who is free for it, whatever that agent's skills.
    record TransferToAgent(ContactId contact, AgentId agent) implements Command {}

    /// A talk goes over at once to another agent, ready or not, whose leg the PBX has already. An internal call that
    /// the agent talks in ends with it.
    record TakeOver(ContactId contact, AgentId agent) implements Command {}

    /// A contact has left, in whatever state it was; handed over: while it talked.
    record Leave(ContactId contact, LeaveCause cause) implements Command {}

    /// The agent's device rings.
    record OfferRinging(OfferId offer) implements Command {}

    /// The agent answered.
    record OfferAnswered(OfferId offer) implements Command {}

    /// The agent, or the agent's device, said no.
    record OfferDeclined(OfferId offer) implements Command {}

    /// The agent's device could not be reached.
    record OfferFailed(OfferId offer) implements Command {}

    /// The agent put the contact on hold.
    record Hold(ContactId contact) implements Command {}

    /// The agent took the contact from hold.
    record Resume(ContactId contact) implements Command {}

    /// The agent's leg of a talk has ended.
    record EndTalk(ContactId contact) implements Command {}

    /// Reconciliation with the PBX saw the talk alive: its lease begins anew.
    record RenewTalk(ContactId contact) implements Command {}

    /// The agent is through with the wrap-up of a contact.
    record CompleteWrapUp(AgentId agent, ContactId contact, DispositionCode disposition) implements Command {}

    /// The agent needs longer for the wrap-up of a contact.
    record ExtendWrapUp(AgentId agent, ContactId contact) implements Command {}

    /// The host has carried an effect out, or found it without object.
    record Acknowledge(EffectId effect) implements Command {}

    /// Time has passed: what is due by now happens.
    record Tick() implements Command {}

    /// The wall clock was set. Forward: what is pending keeps the time that it had left. Backward: instants stay
    /// where they were until the clock has caught up, and the jump is only recorded.
    record ClockJumped(long fromMicros, long toMicros) implements Command {
        private static final long LAST_MICROS = 1L << 55;

        public ClockJumped {
            Checks.within(fromMicros, 0, LAST_MICROS, "An instant");
            Checks.within(toMicros, 0, LAST_MICROS, "An instant");
        }
    }
}
