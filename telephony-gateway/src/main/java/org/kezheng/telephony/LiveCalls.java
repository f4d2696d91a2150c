package org.kezheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The callers and legs as they have been told so far; turns the PBX's signals into events.
///
/// What Asterisk 22.10 sends for the life of a leg, as seen with a SIP phone called at its address:
///
/// | what happens | signals | told as |
/// |---|---|---|
/// | 180, 200 | Newchannel, Newstate 5, Newstate 6 | ringing, answered |
/// | 603, with or without 180 | Hangup cause 21 | ended, declined |
/// | 486, with or without 180 | Hangup cause 17 | ended, declined |
/// | 480 after 180 | Hangup cause 19 | ended, not declined |
/// | 404 and other refusals before 180 | Hangup cause 1 and others, never Newstate 5 | failed |
/// | no answer within the order's time | Hangup cause 19 | ended, not declined |
/// | ended on order while it rings | Hangup cause 0 | ended, not declined |
/// | port closed, phone silent, or 100 only | nothing at all until the order's time is over, then cause 19 | failed |
/// | endpoint unknown, or no softphone registered | OriginateResponse Failure alone, no channel | failed |
/// | a mobile is picked up, then its key | Newstate 6, then the dialplan's word | ringing, then answered |
/// | agent or caller hangs up | Hangup cause 16 of both channels, in any order | ended, and caller left |
/// | caller hangs up while it rings | Hangup cause 16 of the caller only; the phone goes on ringing | caller left |
///
/// An ICMP refusal does not end an INVITE in Asterisk, so a leg that has not rung within `ringWithin` is given up here.
/// OriginateResponse and the channel's own events come in no fixed order: a failure counts only when no channel has
/// appeared a moment later. The second order for one id is taken by Asterisk, then fails alone; the first goes on.
final class LiveCalls {

    /// Where the thread that applies signals delivers what follows from them.
    interface Outlet {
        void tell(PbxEvent event);

        void hangUp(String legId);
    }

    /// How long after a failure a channel of that leg may still appear.
    static final Duration FAILURE_SETTLES_WITHIN = Duration.ofMillis(250);

    private static final int CAUSE_UNKNOWN = 0;
    private static final int USER_BUSY = 17;
    private static final int CALL_REJECTED = 21;

    private final long ringWithinNanos;
    private final Outlet outlet;
    private final Set<String> callers = new HashSet<>();
    /// Shared with those who order; see [Leg].
    private final Map<String, Leg> legs = new ConcurrentHashMap<>();

    private Set<String> lastDifferences = Set.of();

    LiveCalls(Duration ringWithin, Outlet outlet) {
        this.ringWithinNanos = ringWithin.toNanos();
        this.outlet = outlet;
    }

    /// Notes that a leg is about to be ordered; false when there is one of that id. From any thread.
    boolean begin(String legId, long nowNanos) {
        return legs.putIfAbsent(legId, new Leg(legId, Leg.Stage.ORDERED, nowNanos)) == null;
    }

    /// Notes that the leg shall end; false when there is none. From any thread.
    boolean wantEnd(String legId) {
        Leg leg = legs.get(legId);
        if (leg == null) {
            return false;
        }
        leg.isEndWanted = true;
        return true;
    }

    /// The name of the leg's channel; empty while the PBX has not said it. From any thread.
    String channelOf(String legId) {
        Leg leg = legs.get(legId);
        return leg == null ? "" : leg.channel;
    }

    private void nameChannel(String legId, String channel) {
        Leg leg = legs.get(legId);
        if (leg != null) {
            leg.channel = channel;
        }
    }

    /// Takes back a leg whose order the PBX refused or never got. From any thread.
    void forget(String legId) {
        legs.computeIfPresent(legId, (id, leg) -> leg.stage == Leg.Stage.ORDERED ? null : leg);
    }

    void apply(Signal signal) {
        switch (signal) {
            case Signal.CallerWaiting(var id, var channel, var calling, var dialled, var at) -> {
                if (callers.add(id)) {
                    outlet.tell(new PbxEvent.CallerEntered(id, channel, calling, dialled, at));
                }
            }
            case Signal.StepDone(var id, var step, var keys, var at) ->
                ofCaller(id, new PbxEvent.StepDone(id, step, keys, at));
            case Signal.KeyPressed(var id, var key, var at) -> ofCaller(id, new PbxEvent.KeyPressed(id, key, at));
            case Signal.TalkLeft(var id, var at) -> ofCaller(id, new PbxEvent.TalkLeft(id, at));
            case Signal.ChannelGone(var id, var cause, var at) -> channelGone(id, cause, at);
            case Signal.LegBegun(var id, var channel, var at) -> {
                legBegun(id);
                nameChannel(id, channel);
            }
            case Signal.LegRings(var id, var at) -> advance(id, Leg.Stage.RINGING, new PbxEvent.LegRinging(id, at));
            case Signal.LegUp(var id, var at) -> advance(id, Leg.Stage.ANSWERED, new PbxEvent.LegAnswered(id, at));
            case Signal.LegOnHold(var id, var at) -> whileTalking(id, new PbxEvent.LegHeld(id, at));
            case Signal.LegOffHold(var id, var at) -> whileTalking(id, new PbxEvent.LegResumed(id, at));
            case Signal.OriginateFailed failed -> originateFailed(failed.legId());
            // No part of a call.
            case Signal.ListenerUp _, Signal.ListenerKey _ -> {}
        }
    }

    private void ofCaller(String id, PbxEvent event) {
        if (callers.contains(id)) {
            outlet.tell(event);
        }
    }

    /// Gives up legs whose time is over. It looks at each leg, so it is called a few times a second, not per event.
    void expire(long nowNanos, Instant at) {
        legs.forEach((id, leg) -> {
            if (nanosLeft(leg, nowNanos) <= 0) {
                giveUp(id, leg, at);
            }
        });
    }

    /// Whether there is a leg at all that may expire.
    boolean hasLegs() {
        return !legs.isEmpty();
    }

    /// Takes the PBX's listing as the whole truth and tells it, then the end of whatever is missing from it.
    void replaceWith(Picture picture) {
        lastDifferences = Set.of();
        outlet.tell(new PbxEvent.Connected(
                picture.run().bootEpoch(), picture.run().version(), picture.callers(), picture.legs(), picture.at()));
        Set<String> liveCallers = new HashSet<>();
        picture.callers().forEach(caller -> liveCallers.add(caller.uniqueId()));
        for (String gone : Set.copyOf(callers)) {
            if (!liveCallers.contains(gone)) {
                channelGone(gone, CAUSE_UNKNOWN, picture.at());
            }
        }
        callers.addAll(liveCallers);
        Map<String, LiveLeg> liveLegs = byId(picture);
        for (Map.Entry<String, Leg> entry : Map.copyOf(legs).entrySet()) {
            if (!liveLegs.containsKey(entry.getKey()) && entry.getValue().stage != Leg.Stage.ORDERED) {
                channelGone(entry.getKey(), CAUSE_UNKNOWN, picture.at());
            }
        }
        liveLegs.values().forEach(leg -> takeOver(leg, picture));
    }

    /// Compares the PBX's listing with what was told, and tells on what both agree.
    ///
    /// @return how the two differ
    Difference compareWith(Picture picture) {
        Map<String, LiveLeg> liveLegs = byId(picture);
        Set<String> differences = new HashSet<>();
        Set<String> known = new HashSet<>(callers);
        for (LiveCaller caller : picture.callers()) {
            if (!known.remove(caller.uniqueId())) {
                differences.add(caller.uniqueId());
            }
        }
        differences.addAll(known);
        liveLegs.forEach((id, leg) -> {
            if (differs(legs.get(id), leg)) {
                differences.add(id);
            }
        });
        legs.forEach((id, leg) -> {
            if (leg.stage != Leg.Stage.ORDERED && leg.stage != Leg.Stage.GIVEN_UP && !liveLegs.containsKey(id)) {
                differences.add(id);
            }
        });
        legs.values().removeIf(leg -> leg.stage == Leg.Stage.GIVEN_UP && !liveLegs.containsKey(leg.legId));
        boolean isConfirmed = differences.stream().anyMatch(lastDifferences::contains);
        lastDifferences = differences;
        outlet.tell(new PbxEvent.Reconciled(
                picture.callers().stream()
                        .filter(caller -> !differences.contains(caller.uniqueId()))
                        .toList(),
                picture.legs().stream()
                        .filter(leg -> !differences.contains(leg.legId()))
                        .toList(),
                picture.at()));
        return isConfirmed ? Difference.SEEN_TWICE : differences.isEmpty() ? Difference.NONE : Difference.SEEN_ONCE;
    }

    /// What a comparison found. A single sighting may be an event that is still on its way.
    enum Difference {
        NONE,
        SEEN_ONCE,
        SEEN_TWICE
    }

    private static boolean differs(@Nullable Leg told, LiveLeg live) {
        if (told == null) {
            return true;
        }
        return told.stage != Leg.Stage.GIVEN_UP && live.isAnswered() != (told.stage == Leg.Stage.ANSWERED);
    }

    private void takeOver(LiveLeg live, Picture picture) {
        Leg leg = legs.computeIfAbsent(live.legId(), id -> new Leg(id, Leg.Stage.BEGUN, System.nanoTime()));
        if (leg.stage == Leg.Stage.GIVEN_UP) {
            outlet.hangUp(live.legId());
        } else if (live.isAnswered()) {
            advance(live.legId(), Leg.Stage.ANSWERED, new PbxEvent.LegAnswered(live.legId(), picture.at()));
        } else if (picture.ringingLegs().contains(live.legId())) {
            advance(live.legId(), Leg.Stage.RINGING, new PbxEvent.LegRinging(live.legId(), picture.at()));
        } else if (leg.stage == Leg.Stage.ORDERED) {
            legBegun(live.legId());
        }
    }

    private void originateFailed(String legId) {
        Leg leg = legs.get(legId);
        if (leg != null && leg.stage == Leg.Stage.GIVEN_UP) {
            legs.remove(legId);
        } else if (leg != null && leg.failedNanos == 0) {
            leg.failedNanos = System.nanoTime() | 1;
        }
    }

    private void legBegun(String legId) {
        Leg leg = legs.computeIfAbsent(legId, id -> new Leg(id, Leg.Stage.BEGUN, System.nanoTime()));
        if (leg.stage == Leg.Stage.ORDERED) {
            leg.stage = Leg.Stage.BEGUN;
            leg.failedNanos = 0;
        }
        if (leg.isEndWanted || leg.stage == Leg.Stage.GIVEN_UP) {
            outlet.hangUp(legId);
        }
    }

    private void advance(String legId, Leg.Stage stage, PbxEvent event) {
        Leg leg = legs.get(legId);
        if (leg != null && leg.stage.compareTo(stage) < 0) {
            leg.stage = stage;
            outlet.tell(event);
        }
    }

    private void whileTalking(String legId, PbxEvent event) {
        Leg leg = legs.get(legId);
        if (leg != null && leg.stage == Leg.Stage.ANSWERED) {
            outlet.tell(event);
        }
    }

    private void channelGone(String channelId, int cause, Instant at) {
        if (callers.remove(channelId)) {
            outlet.tell(new PbxEvent.CallerLeft(channelId, cause, at));
            return;
        }
        Leg leg = legs.remove(channelId);
        if (leg == null || leg.stage == Leg.Stage.GIVEN_UP) {
            return;
        }
        boolean hasRung = leg.stage.compareTo(Leg.Stage.RINGING) >= 0;
        boolean isDeclined = cause == USER_BUSY || cause == CALL_REJECTED;
        outlet.tell(
                hasRung || isDeclined || leg.isEndWanted || Legs.isByTrunk(channelId)
                        ? new PbxEvent.LegEnded(channelId, cause, leg.stage == Leg.Stage.ANSWERED, at)
                        : new PbxEvent.LegFailed(channelId, at));
    }

    private long nanosLeft(Leg leg, long nowNanos) {
        return switch (leg.stage) {
            case RINGING, ANSWERED, GIVEN_UP -> Long.MAX_VALUE;
            case ORDERED, BEGUN -> {
                // A carrier takes its time, and not each tells that it rings: the order's own timeout decides.
                long untilRung =
                        Legs.isByTrunk(leg.legId) ? Long.MAX_VALUE : leg.orderedNanos + ringWithinNanos - nowNanos;
                long untilSettled = leg.failedNanos == 0 || leg.stage != Leg.Stage.ORDERED
                        ? Long.MAX_VALUE
                        : leg.failedNanos + FAILURE_SETTLES_WITHIN.toNanos() - nowNanos;
                yield Math.min(untilRung, untilSettled);
            }
        };
    }

    private void giveUp(String legId, Leg leg, Instant at) {
        PbxEvent end = leg.isEndWanted
                ? new PbxEvent.LegEnded(legId, CAUSE_UNKNOWN, false, at)
                : new PbxEvent.LegFailed(legId, at);
        if (leg.failedNanos != 0) {
            legs.remove(legId);
        } else {
            leg.stage = Leg.Stage.GIVEN_UP;
            outlet.hangUp(legId);
        }
        outlet.tell(end);
    }

    private static Map<String, LiveLeg> byId(Picture picture) {
        Map<String, LiveLeg> byId = new HashMap<>();
        picture.legs().forEach(leg -> byId.put(leg.legId(), leg));
        return byId;
    }
}
