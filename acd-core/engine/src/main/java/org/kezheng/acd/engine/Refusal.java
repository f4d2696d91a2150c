package org.kezheng.acd.engine;

/// Why the engine did not do what a command asked. A command that asks for what already is so is not refused: it
/// gives no events.
public enum Refusal {
    UNKNOWN_AGENT,
    UNKNOWN_QUEUE,
    UNKNOWN_CONTACT,
    UNKNOWN_OFFER,
    UNKNOWN_EFFECT,
    /// The queue belongs to another client.
    OTHER_CLIENT,
    /// A contact of this id is here, or was here and has ended.
    DUPLICATE_CONTACT,
    /// The contact has ended before; nothing is left to do.
    CONTACT_ENDED,
    /// The offer has ended before; an answered leg of it is asked to stop again.
    OFFER_ENDED,
    /// The agent is signed out.
    NOT_SIGNED_IN,
    /// The agent signs out when the present call ends; only a sign-in changes that.
    SIGN_OUT_PENDING,
    /// The contact is not talking with an agent.
    NOT_TALKING,
    /// The agent is not in wrap-up of this contact.
    NOT_IN_WRAP_UP,
    /// As many contacts as the limits allow are here.
    CONTACTS_FULL,
    /// As many effects as the limits allow wait for their acknowledgement.
    EFFECTS_FULL,
    /// The version is not above the one in force.
    CONFIGURATION_NOT_NEWER,
    /// The configuration contradicts itself.
    CONFIGURATION_INCONSISTENT,
    /// The configuration is larger than the limits allow.
    CONFIGURATION_TOO_LARGE,
    /// The configuration leaves out a queue while contacts are in it, and names no successor.
    QUEUE_IN_USE,
    /// The configuration leaves out an agent who is signed in.
    AGENT_IN_USE,
    /// The queue takes contacts of another channel.
    OTHER_CHANNEL,
    /// The contact does not wait.
    NOT_WAITING,
    /// The agent has no room for the contact now, or already rings.
    AGENT_NOT_FREE,
    /// As many agents rest as one of the agent's queues allows.
    REST_FULL,
    /// The wrap-up was extended as often as the queue allows.
    NO_MORE_EXTENSIONS,
    /// As many contacts wait as the queue allows.
    QUEUE_FULL,
    /// An internal call is for the called agent alone, and is not handed on.
    INTERNAL_CONTACT,
    /// The agent talks with the contact already.
    SAME_AGENT
}
