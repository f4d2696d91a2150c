package org.kezheng.acd.engine;

/// How many contacts an agent handles at once, per channel; from the offer to the end of wrap-up.
///
/// @param voice 0 or 1
public record Capacity(int voice, int chat, int mail, int social) {
    private static final int MOST = 50;

    /// One call, nothing else.
    public static final Capacity ONE_CALL = new Capacity(1, 0, 0, 0);

    public Capacity {
        Checks.within(voice, 0, 1, "An agent's capacity for calls");
        Checks.within(chat, 0, MOST, "An agent's capacity for chats");
        Checks.within(mail, 0, MOST, "An agent's capacity for mails");
        Checks.within(social, 0, MOST, "An agent's capacity for social messages");
    }

    public int of(Channel channel) {
        return switch (channel) {
            case VOICE -> voice;
            case CHAT -> chat;
            case MAIL -> mail;
            case SOCIAL -> social;
        };
    }
}
