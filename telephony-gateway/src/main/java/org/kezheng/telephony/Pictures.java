package org.kezheng.telephony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asteriskjava.manager.event.StatusEvent;
import org.jspecify.annotations.Nullable;

/// Makes a [Picture] out of the channels that the PBX lists.
///
/// A caller is an answered channel on which the dialplan has set the dialled number; a leg is known by its id. The two
/// talk when they are in one bridge (callers who wait share a bridge too, but no leg is in it).
final class Pictures {

    /// The variable by which the dialplan marks callers.
    static final String DIALLED = "KZ_DIALLED";

    /// The variable that keeps a caller's step of a flow.
    static final String STEP = "KZ_STEP";

    /// The variable by which the dialplan marks the leg of a mobile whose agent has pressed the key.
    static final String TAKEN = "KZ_TAKEN";

    private static final int RINGING = 5;
    private static final int UP = 6;

    private Pictures() {}

    static Picture of(Picture.Run run, List<StatusEvent> channels, Instant at) {
        Map<String, String> legByBridge = new HashMap<>();
        Map<String, String> callerByBridge = new HashMap<>();
        for (StatusEvent channel : channels) {
            String id = channel.getUniqueId();
            String bridge = channel.getBridgeId();
            if (id != null && bridge != null && !bridge.isEmpty() && !Legs.isListener(id)) {
                (Legs.isLegId(id) ? legByBridge : callerByBridge).put(bridge, id);
            }
        }
        List<LiveCaller> callers = new ArrayList<>();
        List<LiveLeg> legs = new ArrayList<>();
        Set<String> ringing = new HashSet<>();
        for (StatusEvent channel : channels) {
            String id = channel.getUniqueId();
            if (id != null && Legs.isLegId(id)) {
                boolean isAnswered = isIn(channel, UP) && isTaken(channel, id);
                legs.add(new LiveLeg(id, isAnswered, other(callerByBridge, channel)));
                if (isIn(channel, RINGING) || (isIn(channel, UP) && !isAnswered)) {
                    ringing.add(id);
                }
            } else if (id != null) {
                callerOf(channel, id, other(legByBridge, channel), at).ifPresent(callers::add);
            }
        }
        Set<String> listeners = channels.stream()
                .map(StatusEvent::getUniqueId)
                .filter(id -> id != null && Legs.isListener(id))
                .collect(Collectors.toSet());
        return new Picture(run, callers, legs, new Picture.Ids(ringing, listeners), at);
    }

    private static boolean isTaken(StatusEvent channel, String legId) {
        Map<String, String> variables = channel.getVariables();
        return !Legs.isMobile(legId) || (variables != null && "1".equals(variables.get(TAKEN)));
    }

    private static Optional<LiveCaller> callerOf(StatusEvent status, String id, @Nullable String leg, Instant at) {
        Map<String, String> variables = status.getVariables();
        String dialled = variables == null ? "" : Signals.digits(variables.get(DIALLED));
        String channel = status.getChannel();
        if (dialled.isEmpty() || channel == null || !isIn(status, UP)) {
            return Optional.empty();
        }
        PhoneNumber calling = new PhoneNumber(Signals.digits(status.getCallerIdNum()));
        return Optional.of(new LiveCaller(id, channel, calling, dialled, enteredAt(id, at), leg, mark(variables)));
    }

    private static String mark(@Nullable Map<String, String> variables) {
        String step = variables == null ? null : variables.get(STEP);
        return step == null ? "" : LineStep.markOf(step);
    }

    private static @Nullable String other(Map<String, String> byBridge, StatusEvent channel) {
        String bridge = channel.getBridgeId();
        return bridge == null ? null : byBridge.get(bridge);
    }

    private static boolean isIn(StatusEvent channel, int state) {
        Integer actual = channel.getChannelState();
        return actual != null && actual == state;
    }

    /// The PBX builds a channel's id from the second of its beginning: `[system-]seconds.counter`.
    private static Instant enteredAt(String uniqueId, Instant otherwise) {
        int begin = uniqueId.lastIndexOf('-') + 1;
        int end = uniqueId.indexOf('.', begin);
        try {
            return end < 0 ? otherwise : Instant.ofEpochSecond(Integer.parseInt(uniqueId, begin, end, 10));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
