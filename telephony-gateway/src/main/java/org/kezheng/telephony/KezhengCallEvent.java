package org.kezheng.telephony;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/// The dialplan's announcement of a caller, `UserEvent(KezhengCall, Dialled:, Calling:)`. It is public, with setters,
/// because asterisk-java fills it by reflection; nobody else uses it.
public final class KezhengCallEvent extends UserEvent {

    private static final long serialVersionUID = 1L;

    private @Nullable String dialled;
    private @Nullable String calling;

    /// For asterisk-java.
    public KezhengCallEvent(Object source) {
        super(source);
    }

    /// The dialled number.
    public @Nullable String getDialled() {
        return dialled;
    }

    /// For asterisk-java.
    public void setDialled(@Nullable String dialled) {
        this.dialled = dialled;
    }

    /// The caller's number, empty when the trunk kept it back.
    public @Nullable String getCalling() {
        return calling;
    }

    /// For asterisk-java.
    public void setCalling(@Nullable String calling) {
        this.calling = calling;
    }

    @Override
    public String toString() {
        return "KezhengCallEvent[REDACTED]";
    }
}
