package org.kezheng.platform.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent as the desks show one.
///
/// @param state `signed-out`, `not-ready`, `ready`, `ringing`, `talking` or `wrap-up`
/// @param reason why not ready
/// @param nextState what the agent chose to be after the present call: `not-ready` or `signed-out`
/// @param since when the state began
/// @param deadline when ringing or wrap-up ends by itself
/// @param call the contact that the agent is busy with
/// @param held whether the caller is on hold
/// @param consultation whom the agent has called about this contact
public record AgentView(
        String agent,
        String displayName,
        String state,
        @Nullable String reason,
        @Nullable String nextState,
        Instant since,
        @Nullable Instant deadline,
        @Nullable String call,
        boolean held,
        @Nullable Consultation consultation,
        Device device,
        Today today) {

    /// A colleague who was called about the contact in hand.
    ///
    /// @param call the internal call's contact
    /// @param state `ringing`; then `consulting`, while the caller is aside; `with-caller`, while the colleague is
    ///     aside; or `conference`
    /// @param since when the colleague was called, or answered
    /// @param outside whether it is somebody outside; then `call` is the contact in hand, `agent` is empty, and
    ///     the state may be `transferring`: the caller goes over when they answer
    public record Consultation(
            String call, String agent, String displayName, String state, Instant since, boolean outside) {
        public static final String TRANSFERRING = "transferring";
        public static final String RINGING = "ringing";
        public static final String CONSULTING = "consulting";
        public static final String WITH_CALLER = "with-caller";
        public static final String CONFERENCE = "conference";
    }

    /// What the agent takes calls on: `browser`, `sip`, `mobile` or `none`.
    ///
    /// @param test how it was tried last in this sign-in; absent: not at all
    public record Device(String kind, @Nullable Test test) {}

    /// A test of the device.
    ///
    /// @param finding `running`, `passed`, or what is wrong: `silent`, `no-audio`, `unreachable`, `not-answered`,
    ///     `declined`, `hung-up`, `microphone-denied`, `microphone-missing`; `pbx-away` says nothing of the device
    public record Test(String finding, Instant at) {}

    /// Since midnight.
    ///
    /// @param handleMillis talk, hold and wrap-up
    public record Today(int answered, long handleMillis) {}
}
