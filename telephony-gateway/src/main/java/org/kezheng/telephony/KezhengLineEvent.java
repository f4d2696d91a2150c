package org.kezheng.telephony;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/// The dialplan's word on a channel that ends, `UserEvent(KezhengLine, Received:, Sent:)`. It is public, with setters,
/// because asterisk-java fills it by reflection; nobody else uses it.
public final class KezhengLineEvent extends UserEvent {

    private static final long serialVersionUID = 1L;

    private @Nullable String received;
    private @Nullable String sent;

    /// For asterisk-java.
    public KezhengLineEvent(Object source) {
        super(source);
    }

    /// Packets that the PBX received.
    public @Nullable String getReceived() {
        return received;
    }

    /// For asterisk-java.
    public void setReceived(@Nullable String received) {
        this.received = received;
    }

    /// Packets that the PBX sent.
    public @Nullable String getSent() {
        return sent;
    }

    /// For asterisk-java.
    public void setSent(@Nullable String sent) {
        this.sent = sent;
    }
}
