package org.kezheng.telephony;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.asteriskjava.manager.event.DtmfEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HoldEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.UnholdEvent;
import org.jspecify.annotations.Nullable;

/// Reads the library's events. Whatever lacks its identifying field is no signal; whatever else is damaged costs that
/// field only, so that no call is lost to a strange number.
final class Signals {

    private static final int RINGING = 5;
    private static final int UP = 6;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MAX_SECONDS = 1e11;

    private Signals() {}

    static Optional<Signal> of(ManagerEvent event, Instant receivedAt) {
        Instant at = instantOf(event, receivedAt);
        return switch (event) {
            case KezhengCallEvent call -> callerWaiting(call, at);
            case KezhengStepEvent step -> stepDone(step, at);
            case DtmfEndEvent key -> keyPressed(key, at);
            case HangupEvent hangup -> {
                int cause = Objects.requireNonNullElse(hangup.getCause(), 0);
                yield id(hangup.getUniqueId()).map(id -> new Signal.ChannelGone(id, cause, at));
            }
            case NewChannelEvent begun -> {
                String channel = Objects.requireNonNullElse(begun.getChannel(), "");
                yield leg(begun.getUniqueId()).map(id -> new Signal.LegBegun(id, channel, at));
            }
            case NewStateEvent state when isListener(state.getUniqueId()) -> listenerUp(state, at);
            case NewStateEvent state ->
                leg(state.getUniqueId()).flatMap(id -> stateOf(id, state.getChannelState(), at));
            case HoldEvent hold -> leg(hold.getUniqueId()).map(id -> new Signal.LegOnHold(id, at));
            case UnholdEvent unhold -> leg(unhold.getUniqueId()).map(id -> new Signal.LegOffHold(id, at));
            case OriginateResponseEvent originate
            when !originate.isSuccess() ->
                leg(originate.getUniqueId())
                        .or(() -> leg(originate.getActionId()))
                        .or(() -> id(originate.getActionId()).filter(Legs::isListener))
                        .map(id -> new Signal.OriginateFailed(id, at));
            default -> Optional.empty();
        };
    }

    /// Keeps what a number may hold, and no more of it than a number may have.
    static String digits(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String digits = text.replaceAll("[^+0-9]", "");
        return digits.length() > MAX_NUMBER_LENGTH ? digits.substring(0, MAX_NUMBER_LENGTH) : digits;
    }

    private static Optional<Signal> callerWaiting(KezhengCallEvent call, Instant at) {
        String channel = call.getChannel();
        if (channel == null) {
            return Optional.empty();
        }
        PhoneNumber calling = new PhoneNumber(digits(call.getCalling()));
        return id(call.getUniqueId())
                .map(id -> new Signal.CallerWaiting(id, channel, calling, digits(call.getDialled()), at));
    }

    private static Optional<Signal> stepDone(KezhengStepEvent event, Instant at) {
        String step = Objects.requireNonNullElse(event.getStep(), "");
        if ("left".equals(event.getStatus())) {
            return id(event.getUniqueId()).map(id -> new Signal.TalkLeft(id, at));
        }
        if ("taken".equals(event.getStatus())) {
            return leg(event.getUniqueId()).map(id -> new Signal.LegUp(id, at));
        }
        String keys = Objects.requireNonNullElse(event.getKeys(), "").replaceAll("[^0-9*#]", "");
        return id(event.getUniqueId()).map(id -> new Signal.StepDone(id, step, keys, at));
    }

    private static boolean isListener(@Nullable String channelId) {
        return channelId != null && Legs.isListener(channelId);
    }

    private static Optional<Signal> listenerUp(NewStateEvent state, Instant at) {
        Integer reached = state.getChannelState();
        return reached == null || reached != UP
                ? Optional.empty()
                : id(state.getUniqueId()).map(id -> new Signal.ListenerUp(id, at));
    }

    /// Keys of callers and of listeners; what agents' legs send is no input.
    private static Optional<Signal> keyPressed(DtmfEndEvent event, Instant at) {
        String key = Objects.requireNonNullElse(event.getDigit(), "");
        if (!key.matches("[0-9*#]") || !event.isReceived()) {
            return Optional.empty();
        }
        return id(event.getUniqueId())
                .filter(id -> !Legs.isLegId(id))
                .map(id -> Legs.isListener(id)
                        ? new Signal.ListenerKey(id, key.charAt(0), at)
                        : new Signal.KeyPressed(id, key.charAt(0), at));
    }

    private static Optional<Signal> stateOf(String legId, @Nullable Integer state, Instant at) {
        if (state == null) {
            return Optional.empty();
        }
        return switch (state) {
            case RINGING -> Optional.of(new Signal.LegRings(legId, at));
            // Somebody, or a mailbox, has picked a mobile up; the key says whether the agent has answered.
            case UP -> Optional.of(Legs.isMobile(legId) ? new Signal.LegRings(legId, at) : new Signal.LegUp(legId, at));
            default -> Optional.empty();
        };
    }

    private static Optional<String> id(@Nullable String uniqueId) {
        return Optional.ofNullable(uniqueId).filter(id -> !id.isEmpty());
    }

    private static Optional<String> leg(@Nullable String uniqueId) {
        return id(uniqueId).filter(Legs::isLegId);
    }

    static Instant instantOf(ManagerEvent event, Instant receivedAt) {
        Double seconds = event.getTimestamp();
        if (seconds == null || !(seconds > 0 && seconds < MAX_SECONDS)) {
            return receivedAt;
        }
        long micros = Math.round(seconds * MICROS_PER_SECOND);
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
}
