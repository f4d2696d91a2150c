package org.kezheng.platform.live;

import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A contact that lives, or is wrapped up.
///
/// @param kind `call`, `callback`, `internal` and so on
/// @param from the colleague who called, of an internal call; absent where the agent shown called
/// @param about the call on whose behalf a colleague calls; absent where two colleagues call each other
/// @param stage `waiting`, `ringing`, `talking` or `wrap-up`
/// @param since when the stage began
/// @param selfService how it stands with a customer who is, or was in the present talk, lent to self-service
/// @param quality the worst line of the present talk; absent while nothing is known of it
/// @param agent who is asked, talks or wraps up
/// @param listeners who listens in; an agent sees those who can be heard
public record ContactView(
        String call,
        String kind,
        @Nullable Colleague from,
        @Nullable String about,
        String queue,
        String stage,
        Instant arrivedAt,
        Instant since,
        @Nullable String agent,
        @Nullable String offer,
        @Nullable Party customer,
        @Nullable LineQuality quality,
        @Nullable SelfService selfService,
        List<Listener> listeners) {
    public ContactView {
        listeners = List.copyOf(listeners);
    }

    /// An agent who called another one.
    public record Colleague(String agent, String displayName) {}

    /// What a line is like, in its worse direction, by the newest report.
    ///
    /// @param mos what people would think of it, from 1 to 4.5
    /// @param grade `good`, `fair` or `poor`
    /// @param line whose line it is: `agent` or `customer`
    /// @param hears who hears the other one badly: `agent` or `customer`
    public record LineQuality(
            double mos,
            String grade,
            String line,
            String hears,
            double lossPercent,
            int jitterMillis,
            @Nullable Integer roundTripMillis,
            Instant at) {
        public static final String AGENT = "agent";
        public static final String CUSTOMER = "customer";
    }

    /// Self-service to which the customer was lent.
    ///
    /// @param flow the flow's code
    /// @param state `lent`: in the flow; back with the agent: `done`, `asked-for-agent`, `taken-back`
    /// @param verified whether the customer entered what only the customer knows
    /// @param entered digits by variables' names; for the agent alone
    public record SelfService(
            String flow, String state, Instant since, boolean verified, SequencedMap<String, String> entered) {
        public static final String LENT = "lent";

        SelfService withoutDigits() {
            return new SelfService(flow, state, since, verified, new TreeMap<>());
        }

        @Override
        public String toString() {
            return "SelfService[" + flow + ", " + state + "]";
        }
    }

    /// A supervisor who listens in.
    ///
    /// @param mode `listen`, `whisper` or `barge`
    /// @param state `ringing`: the supervisor's telephone rings; then `listening`
    public record Listener(String user, String displayName, String mode, String state, Instant since) {
        static final String SILENT = "listen";
        static final String RINGING = "ringing";

        /// Whether the agent hears this one.
        boolean isHeard() {
            return !mode.equals(SILENT) && !state.equals(RINGING);
        }
    }

    /// The other party, masked. Id and name are absent for somebody unknown, or while the look-up is under way.
    public record Party(@Nullable String id, @Nullable String name, String number) {}
}
