package org.kezheng.platform.gate;

/// By which way a leg to the outside is asked for.
public enum Way {
    CLICK_TO_CALL("click-to-call"),
    /// A caller asked to be called back instead of waiting.
    QUEUE_CALLBACK("queue-callback"),
    SCHEDULED_CALLBACK("scheduled-callback"),
    /// A caller is handed to somebody outside.
    TRANSFER("transfer"),
    /// An agent asks somebody outside while a caller waits.
    CONSULTATION("consultation"),
    /// A call that came in rings at the agent's own mobile.
    AGENT_DEVICE("agent-device"),
    /// Tried at the console, without a call.
    CONSOLE("console");

    private final String code;

    Way(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// The way of this code.
    public static Way of(String code) {
        for (Way way : values()) {
            if (way.code.equals(code)) {
                return way;
            }
        }
        throw new IllegalArgumentException("No way to the outside");
    }

    /// Whether the number called is a partner's of the client and not a person's who has to agree.
    boolean isToPartner() {
        return this == TRANSFER || this == CONSULTATION;
    }

    /// Whether the number called is one of the client's own people, who works there.
    boolean isToStaff() {
        return this == AGENT_DEVICE;
    }

    /// Whether somebody is called who has to agree, and is not to be disturbed.
    boolean isToPerson() {
        return !isToPartner() && !isToStaff();
    }
}
