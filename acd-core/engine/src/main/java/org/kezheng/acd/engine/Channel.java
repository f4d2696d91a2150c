package org.kezheng.acd.engine;

/// A way on which contacts come and agents answer. Each agent has a capacity per channel.
public enum Channel {
    VOICE,
    CHAT,
    MAIL,
    SOCIAL
}
