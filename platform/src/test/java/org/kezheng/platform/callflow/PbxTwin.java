package org.kezheng.platform.callflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kezheng.telephony.LineStep;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;
import org.kezheng.telephony.Place;

/// A PBX with its gateway, as the call flow sees them: channels, legs and a link that breaks. What happens while
/// the link is down is told by the next picture alone.
final class PbxTwin {
    static final int NORMAL_CLEARING = 16;
    static final int REJECTED = 21;
    static final int OUT_OF_ORDER = 27;
    private static final long FIRST_SECOND = 1_763_900_000L;

    private final SplittableRandom random;
    private final Consumer<PbxEvent> told;
    private final Timers timers;
    final Map<String, Caller> callers = new LinkedHashMap<>();
    final Map<String, Leg> legs = new LinkedHashMap<>();
    private final Set<String> everOrdered = new HashSet<>();
    /// Legs that were seen, living or not.
    final Set<String> everUp = new HashSet<>();
    private int counter;
    private int boots = 1;
    private boolean isLinkUp;
    private Predicate<String> isTalk = leg -> true;

    PbxTwin(SplittableRandom random, Timers timers, Consumer<PbxEvent> told) {
        this.random = random;
        this.timers = timers;
        this.told = told;
    }

    /// @param talk whether somebody talks on a leg
    void judgeTalksBy(Predicate<String> talk) {
        isTalk = talk;
    }

    /// Runs something later.
    interface Timers {
        void after(Duration delay, Runnable what);

        Instant now();
    }

    static final class Caller {
        final String uniqueId;
        final String dialled;
        final Instant enteredAt;

        @Nullable
        String leg;
        /// Where in a flow the caller is, as the line keeps it.
        String mark = "";
        /// The step that the line is doing; empty: it waits.
        String step = "";
        boolean goesOn;
        /// How often the caller was sent elsewhere, or joined.
        int orders;

        @Nullable
        String room;

        Caller(String uniqueId, String dialled, Instant enteredAt) {
            this.uniqueId = uniqueId;
            this.dialled = dialled;
            this.enteredAt = enteredAt;
        }

        String channel() {
            return "PJSIP/trunk-" + uniqueId;
        }
    }

    static final class Leg {
        final String id;
        final String callerChannel;
        boolean isUp;
        boolean isAnswered;

        @Nullable
        String caller;

        @Nullable
        String room;

        Leg(String id, String callerChannel) {
            this.id = id;
            this.callerChannel = callerChannel;
        }
    }

    void connect() {
        isLinkUp = true;
        told.accept(new PbxEvent.Connected("boot-" + boots, "22", liveCallers(), liveLegs(), timers.now()));
    }

    void loseLink() {
        if (isLinkUp) {
            isLinkUp = false;
            told.accept(new PbxEvent.Disconnected(timers.now()));
        }
    }

    void restart() {
        loseLink();
        callers.clear();
        legs.clear();
        boots++;
    }

    boolean isLinkUp() {
        return isLinkUp;
    }

    void reconcile() {
        if (isLinkUp) {
            told.accept(new PbxEvent.Reconciled(liveCallers(), liveLegs(), timers.now()));
        }
    }

    private List<LiveCaller> liveCallers() {
        return callers.values().stream()
                .map(caller -> new LiveCaller(
                        caller.uniqueId,
                        caller.channel(),
                        new PhoneNumber("13800138000"),
                        caller.dialled,
                        caller.enteredAt,
                        withLeg(caller),
                        caller.mark))
                .toList();
    }

    private @Nullable String withLeg(Caller caller) {
        return caller.room == null
                ? caller.leg
                : legs.values().stream()
                        .filter(leg -> caller.room.equals(leg.room))
                        .map(leg -> leg.id)
                        .findFirst()
                        .orElse(null);
    }

    private List<LiveLeg> liveLegs() {
        return legs.values().stream()
                .filter(leg -> leg.isUp)
                .map(leg -> new LiveLeg(leg.id, leg.isAnswered, leg.caller))
                .toList();
    }

    Caller call(String dialled) {
        counter++;
        String uniqueId = FIRST_SECOND + timers.now().getEpochSecond() % 1_000_000 + "." + counter;
        Caller caller = new Caller(uniqueId, dialled, timers.now());
        callers.put(uniqueId, caller);
        tell(new PbxEvent.CallerEntered(
                uniqueId, caller.channel(), new PhoneNumber("13800138000"), dialled, timers.now()));
        return caller;
    }

    void hangUpCaller(String uniqueId) {
        Caller caller = callers.remove(uniqueId);
        if (caller == null) {
            return;
        }
        Leg leg = caller.leg == null ? null : legs.remove(caller.leg);
        List<PbxEvent> events = new ArrayList<>();
        events.add(new PbxEvent.CallerLeft(uniqueId, NORMAL_CLEARING, timers.now()));
        if (leg != null) {
            int place = random.nextInt(2);
            events.add(place, new PbxEvent.LegEnded(leg.id, NORMAL_CLEARING, true, timers.now()));
        }
        events.forEach(this::tell);
    }

    PbxAnswer execute(PbxRequest request) {
        if (!isLinkUp) {
            return new PbxAnswer.Unavailable();
        }
        return switch (request) {
            case PbxRequest.RingAgent ring -> ring(ring.legId(), ring.callerChannel(), ring.timeout());
            case PbxRequest.EndLeg(var id) -> endLeg(id);
            case PbxRequest.EndCaller(var channel) -> endCaller(channel);
            case PbxRequest.Move(var moves) -> move(moves);
            case PbxRequest.Perform perform -> perform(perform);
            case PbxRequest.CallItself call -> new PbxAnswer.Refused();
            case PbxRequest.TestDevice test -> new PbxAnswer.Refused();
            case PbxRequest.EndTest end -> new PbxAnswer.Refused();
            case PbxRequest.RingIntoRoom ring -> ring(ring.legId(), "room " + ring.room(), ring.timeout());
            // The simulated day has calls from outside alone; those to the outside have tests of their own.
            case PbxRequest.RingAgentFirst first -> new PbxAnswer.Refused();
            case PbxRequest.CallOutside call -> new PbxAnswer.Refused();
            case PbxRequest.Listen listen -> new PbxAnswer.Refused();
            case PbxRequest.ChangeListening change -> new PbxAnswer.Refused();
            case PbxRequest.CallPartner call -> ring(call.legId(), towards(call.place()), call.timeout());
            // Neither recordings nor what is said concern the call flow.
            case PbxRequest.SilenceRecording silence -> new PbxAnswer.Accepted();
            case PbxRequest.SoundRecording sound -> new PbxAnswer.Accepted();
            case PbxRequest.MuteAgent mute -> new PbxAnswer.Accepted();
            case PbxRequest.UnmuteAgent mute -> new PbxAnswer.Accepted();
            case PbxRequest.AskMuted ask -> new PbxAnswer.Told("");
            case PbxRequest.PressKey key -> new PbxAnswer.Accepted();
        };
    }

    private static String towards(Place place) {
        return place instanceof Place.Joined(var channel) ? channel : "room " + roomOf(place);
    }

    private PbxAnswer ring(String legId, String towards, Duration timeout) {
        if (!everOrdered.add(legId)) {
            return new PbxAnswer.AlreadyThere();
        }
        Leg leg = new Leg(legId, towards);
        legs.put(leg.id, leg);
        timers.after(Duration.ofMillis(random.nextInt(1, 50)), () -> comeUp(leg));
        timers.after(timeout, () -> endIfRinging(leg, NORMAL_CLEARING));
        return new PbxAnswer.Accepted();
    }

    /// The channel is made a moment after the order was taken; until then no order finds it.
    private void comeUp(Leg leg) {
        if (legs.get(leg.id) != leg) {
            return;
        }
        leg.isUp = true;
        everUp.add(leg.id);
        int behaviour = random.nextInt(10);
        if (behaviour == 0) {
            legs.remove(leg.id);
            tell(new PbxEvent.LegFailed(leg.id, timers.now()));
            return;
        }
        tell(new PbxEvent.LegRinging(leg.id, timers.now()));
        Duration delay = Duration.ofMillis(random.nextInt(100, 9_000));
        if (behaviour == 1) {
            timers.after(delay, () -> endIfRinging(leg, REJECTED));
        } else if (behaviour == 2) {
            timers.after(delay, () -> endIfRinging(leg, OUT_OF_ORDER));
        } else if (behaviour < 9) {
            timers.after(delay, () -> answer(leg));
        }
    }

    private void endIfRinging(Leg leg, int cause) {
        if (!leg.isAnswered && legs.remove(leg.id, leg)) {
            tell(new PbxEvent.LegEnded(leg.id, cause, false, timers.now()));
        }
    }

    private void answer(Leg leg) {
        if (legs.get(leg.id) != leg || leg.isAnswered) {
            return;
        }
        leg.isAnswered = true;
        tell(new PbxEvent.LegAnswered(leg.id, timers.now()));
        if (leg.callerChannel.startsWith("room ")) {
            leg.room = leg.callerChannel.substring("room ".length());
            timers.after(Duration.ofMillis(random.nextInt(500, 60_000)), () -> endAnswered(leg));
            return;
        }
        Caller caller = callers.values().stream()
                .filter(waiting ->
                        waiting.channel().equals(leg.callerChannel) && waiting.leg == null && waiting.room == null)
                .findFirst()
                .orElse(null);
        if (caller == null) {
            endAnswered(leg);
            return;
        }
        if (!caller.step.isEmpty()) {
            throw new AssertionError("a caller who hears a prompt is joined with an agent: " + caller.uniqueId);
        }
        caller.orders++;
        caller.leg = leg.id;
        leg.caller = caller.uniqueId;
        timers.after(Duration.ofMillis(random.nextInt(500, 60_000)), () -> endAnswered(leg));
    }

    /// The caller falls out of the conversation to the end of the dialplan.
    private void endAnswered(Leg leg) {
        if (!legs.remove(leg.id, leg)) {
            return;
        }
        tell(new PbxEvent.LegEnded(leg.id, NORMAL_CLEARING, true, timers.now()));
        Caller caller = leg.caller == null ? null : callers.get(leg.caller);
        if (caller != null) {
            leaveTalk(caller);
        }
    }

    /// The caller goes on, if a flow said so, for a moment.
    private void leaveTalk(Caller caller) {
        caller.leg = null;
        if (!caller.goesOn) {
            callers.remove(caller.uniqueId);
            tell(new PbxEvent.CallerLeft(caller.uniqueId, NORMAL_CLEARING, timers.now()));
            return;
        }
        int before = caller.orders;
        tell(new PbxEvent.TalkLeft(caller.uniqueId, timers.now()));
        timers.after(Duration.ofSeconds(10), () -> {
            if (caller.orders == before) {
                hangUpCaller(caller.uniqueId);
            }
        });
    }

    private PbxAnswer endLeg(String id) {
        Leg leg = legs.get(id);
        if (leg == null || !leg.isUp) {
            return new PbxAnswer.NotThere();
        }
        if (leg.isAnswered) {
            endAnswered(leg);
        } else {
            endIfRinging(leg, NORMAL_CLEARING);
        }
        return new PbxAnswer.Accepted();
    }

    /// Channels that were joined and are moved together part; of two of whom one is moved, the other one falls to the
    /// end of its dialplan. A room ends with the last one who leaves it, and whoever enters it in that moment stays
    /// behind: so nobody is sent to the room where they are already.
    private PbxAnswer move(List<PbxRequest.Moved> moves) {
        if (moves.stream().anyMatch(moved -> callerAt(moved.channel()) == null && legAt(moved.channel()) == null)) {
            return new PbxAnswer.NotThere();
        }
        Set<String> moved = new HashSet<>();
        moves.forEach(one -> moved.add(one.channel()));
        for (PbxRequest.Moved one : moves) {
            Caller caller = callerAt(one.channel());
            Leg leg = legAt(one.channel());
            if (caller != null) {
                requireAnother(caller.room, one.to());
                partCaller(caller, moved);
                caller.orders++;
                caller.step = "";
                caller.room = roomOf(one.to());
                if (one.to() instanceof Place.Led(var step, var task)) {
                    lead(caller, step, task);
                }
            } else if (leg != null) {
                requireAnother(leg.room, one.to());
                partLeg(leg, moved);
                leg.room = roomOf(one.to());
                if (one.to() instanceof Place.Joined(var channel)) {
                    join(leg, callerAt(channel));
                }
            }
        }
        return new PbxAnswer.Accepted();
    }

    private @Nullable Caller callerAt(String channel) {
        return callers.values().stream()
                .filter(live -> live.channel().equals(channel))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Leg legAt(String id) {
        Leg leg = legs.get(id);
        return leg != null && leg.isAnswered ? leg : null;
    }

    private static void requireAnother(@Nullable String room, Place to) {
        if (room != null && room.equals(roomOf(to))) {
            throw new AssertionError("a party is sent to the room that it is in: " + to);
        }
    }

    private static @Nullable String roomOf(Place place) {
        return switch (place) {
            case Place.Room(var name) -> name;
            case Place.TakenOver(var tag, var room) -> room;
            case Place.Waiting waiting -> null;
            case Place.Led led -> null;
            case Place.Aside aside -> null;
            case Place.Listening listening -> null;
            case Place.Joined joined -> null;
        };
    }

    private void partCaller(Caller caller, Set<String> moved) {
        Leg leg = caller.leg == null ? null : legs.get(caller.leg);
        caller.leg = null;
        if (leg != null) {
            leg.caller = null;
            if (!moved.contains(leg.id)) {
                endAnswered(leg);
            }
        }
    }

    private void partLeg(Leg leg, Set<String> moved) {
        Caller caller = leg.caller == null ? null : callers.get(leg.caller);
        leg.caller = null;
        if (caller != null) {
            caller.leg = null;
            if (!moved.contains(caller.channel())) {
                leaveTalk(caller);
            }
        }
    }

    private void join(Leg leg, @Nullable Caller caller) {
        if (caller == null || caller.leg != null) {
            endAnswered(leg);
            return;
        }
        caller.orders++;
        caller.leg = leg.id;
        caller.room = null;
        leg.caller = caller.uniqueId;
    }

    /// A step of a flow: sooner or later it is done, with a key or without.
    private PbxAnswer perform(PbxRequest.Perform perform) {
        Caller caller = callers.values().stream()
                .filter(live -> live.channel().equals(perform.channel()))
                .findFirst()
                .orElse(null);
        if (caller == null) {
            return new PbxAnswer.NotThere();
        }
        if (caller.leg != null && isTalk.test(caller.leg)) {
            throw new AssertionError("a caller is torn out of a talk by a step of a flow");
        }
        // The leg of a talk that is over falls when its caller is led on.
        partCaller(caller, Set.of());
        caller.orders++;
        caller.room = null;
        lead(caller, perform.step(), perform.task());
        return new PbxAnswer.Accepted();
    }

    private void lead(Caller caller, LineStep wanted, LineTask task) {
        caller.mark = wanted.mark();
        caller.goesOn = wanted.goesOn();
        caller.step = task instanceof LineTask.Wait ? "" : wanted.id();
        String step = caller.step;
        if (!step.isEmpty()) {
            timers.after(Duration.ofMillis(random.nextInt(50, 4_000)), () -> stepDone(caller, step));
        }
    }

    private void stepDone(Caller caller, String step) {
        if (callers.get(caller.uniqueId) == caller && caller.step.equals(step) && caller.leg == null) {
            caller.step = "";
            String keys = random.nextInt(3) == 0 ? "" : Integer.toString(random.nextInt(10));
            tell(new PbxEvent.StepDone(caller.uniqueId, step, keys, timers.now()));
        }
    }

    private PbxAnswer endCaller(String channel) {
        Caller caller = callers.values().stream()
                .filter(live -> live.channel().equals(channel))
                .findFirst()
                .orElse(null);
        if (caller == null) {
            return new PbxAnswer.NotThere();
        }
        hangUpCaller(caller.uniqueId);
        return new PbxAnswer.Accepted();
    }

    private void tell(PbxEvent event) {
        if (isLinkUp) {
            told.accept(event);
        }
    }
}
