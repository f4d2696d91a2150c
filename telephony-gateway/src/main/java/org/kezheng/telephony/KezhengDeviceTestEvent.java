package org.kezheng.telephony;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/// The dialplan's word on a device test, `UserEvent(KezhengDeviceTest, Noise:, Received:)`. It is public, with setters,
/// because asterisk-java fills it by reflection; nobody else uses it.
public final class KezhengDeviceTestEvent extends UserEvent {

    private static final long serialVersionUID = 1L;

    private @Nullable String noise;
    private @Nullable String received;

    /// For asterisk-java.
    public KezhengDeviceTestEvent(Object source) {
        super(source);
    }

    /// `NOISE` when something was heard.
    public @Nullable String getNoise() {
        return noise;
    }

    /// For asterisk-java.
    public void setNoise(@Nullable String noise) {
        this.noise = noise;
    }

    /// Packets that came from the device.
    public @Nullable String getReceived() {
        return received;
    }

    /// For asterisk-java.
    public void setReceived(@Nullable String received) {
        this.received = received;
    }
}
