package org.kezheng.acd.engine;

/// What kind of work a contact is.
public enum ContactKind {
    CALL(Channel.VOICE),
    /// A call that the agent's answer begins: the customer asked to be called back.
    CALLBACK(Channel.VOICE),
    /// A call to a customer who has been reached already and waits for an agent.
    OUTBOUND_RESULT(Channel.VOICE),
    CHAT(Channel.CHAT),
    MAIL(Channel.MAIL),
    SOCIAL_MESSAGE(Channel.SOCIAL),
    /// An agent calls another one: alone, or on behalf of a contact. In no figure of queues or of contacts.
    INTERNAL(Channel.VOICE);

    private final Channel channel;

    ContactKind(Channel channel) {
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }
}
