package org.kezheng.telephony;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/// The dialplan's word on a step of a flow, `UserEvent(KezhengStep, Step:, Status:, Keys:)`. It is public, with
/// setters, because asterisk-java fills it by reflection; nobody else uses it. Keys may be secret.
public final class KezhengStepEvent extends UserEvent {

    private static final long serialVersionUID = 1L;

    private @Nullable String step;
    private @Nullable String status;
    private @Nullable String keys;

    /// For asterisk-java.
    public KezhengStepEvent(Object source) {
        super(source);
    }

    /// The step's id.
    public @Nullable String getStep() {
        return step;
    }

    /// For asterisk-java.
    public void setStep(@Nullable String step) {
        this.step = step;
    }

    /// `done`, `left` when a talk is over and the caller is still there, or `taken`: a mobile's agent has pressed the
    /// key.
    public @Nullable String getStatus() {
        return status;
    }

    /// For asterisk-java.
    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    /// What was pressed.
    public @Nullable String getKeys() {
        return keys;
    }

    /// For asterisk-java.
    public void setKeys(@Nullable String keys) {
        this.keys = keys;
    }

    @Override
    public String toString() {
        return "KezhengStepEvent[REDACTED]";
    }
}
