package org.kezheng.platform.selftest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of a self-test call. It ends with the first step that does not hold; the cleaning up is always tried.
///
/// @param contact the call's contact; 0 when none came
public record SelfTestResult(long contact, List<Step> steps) {
    public SelfTestResult {
        steps = List.copyOf(steps);
    }

    /// A step of the way.
    ///
    /// @param at when it was reached; absent when it was not
    public record Step(
            StepCode code, boolean holds, @Nullable Instant at) {}

    /// The steps in their order.
    public enum StepCode {
        /// No other self-test was under way.
        ALONE,
        /// The self-test's agent is signed in and ready.
        AGENT_READY,
        /// The PBX took the order to call its own number.
        CALL_ORDERED,
        /// The caller's INVITE came back through the PBX's socket, was announced, and is in the journal.
        QUEUED,
        /// The routing chose the self-test's agent.
        OFFERED,
        /// The agent's INVITE came back as well, and it rings.
        RANG,
        /// The agent's leg answered and was joined.
        ANSWERED,
        /// The caller hung up, and the contact ended.
        ENDED,
        /// The recording is sealed and listed.
        RECORDED,
        /// The recording's left channel has the caller's tone and not the agent's.
        CUSTOMER_TONE,
        /// The recording's right channel has the agent's tone and not the caller's.
        AGENT_TONE,
        /// The agent is signed out, and no call is left.
        CLEANED;

        /// The step's name outside.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Whether the whole way held.
    public boolean holds() {
        return steps.size() == StepCode.values().length && steps.stream().allMatch(Step::holds);
    }
}
