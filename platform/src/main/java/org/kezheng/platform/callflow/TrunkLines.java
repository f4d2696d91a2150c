package org.kezheng.platform.callflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/// The one place that decides which trunk a leg to the outside takes: the first that has a line free and has not
/// begun as many calls within the last minute as it may. The lines in use follow from contacts and legs; so a platform
/// that begins anew, or meets the PBX again, knows them from the legs' names.
final class TrunkLines {
    static final int NONE = -1;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TrunkPlan plan;
    private final Collection<Contact> contacts;
    private final Collection<MobileLeg> mobiles;
    private final List<Tally> tallies = new ArrayList<>();

    TrunkLines(TrunkPlan plan, Collection<Contact> contacts, Collection<MobileLeg> mobiles) {
        this.plan = plan;
        this.mobiles = mobiles;
        this.contacts = contacts;
        plan.lines().forEach(line -> tallies.add(new Tally()));
    }

    /// Takes a line of the first trunk that has one, from that trunk of the order on.
    ///
    /// @return why none has one, as [TrunkPlan] lists the words; empty: it has its trunk
    String seize(LineHold hold, int from, Instant now) {
        hold.trunk = NONE;
        List<TrunkUse.Load> loads = use(true).loads();
        String obstacle = TrunkPlan.FULL;
        for (int trunk = from; trunk < plan.lines().size(); trunk++) {
            TrunkPlan.Line line = plan.lines().get(trunk);
            TrunkUse.Load load = loads.get(trunk);
            boolean isFull = load.in() + load.out() >= line.capacity();
            if (!isFull && begunWithinMinute(trunk, now) < line.callsPerMinute()) {
                hold.trunk = trunk;
                tallies.get(trunk).recent.addLast(now);
                return "";
            }
            if (!isFull) {
                obstacle = TrunkPlan.RATE;
            }
        }
        return obstacle;
    }

    /// The line is given back without a call: the gate refused.
    void giveBack(LineHold hold) {
        if (hold.trunk != NONE) {
            tallies.get(hold.trunk).recent.pollLast();
            hold.trunk = NONE;
        }
    }

    /// The call is begun by its trunk.
    void begun(LineHold hold) {
        tallies.get(hold.trunk).begun++;
    }

    /// The trunk did not take the call.
    void notTaken(LineHold hold) {
        if (hold.trunk != NONE) {
            tallies.get(hold.trunk).notTaken++;
        }
    }

    /// A call was begun before the start, and counts within its minute.
    void recallBegun(int trunk, Instant at) {
        if (trunk < tallies.size()) {
            tallies.get(trunk).recent.addLast(at);
        }
    }

    /// A trunk of the plan.
    TrunkPlan.Line line(int trunk) {
        return plan.lines().get(trunk);
    }

    /// Whether a leg's name tells a trunk that the site has.
    boolean has(int trunk) {
        return trunk >= 0 && trunk < plan.lines().size();
    }

    TrunkUse use(boolean isSeen) {
        int callers = 0;
        int[] out = new int[tallies.size()];
        for (Contact contact : contacts) {
            callers += isByTrunk(contact) ? 1 : 0;
            if (contact.line.trunk != NONE && holdsLine(contact)) {
                out[contact.line.trunk]++;
            }
            if (contact.partnersLine.trunk != NONE) {
                out[contact.partnersLine.trunk]++;
            }
        }
        for (MobileLeg mobile : mobiles) {
            if (mobile.line.trunk != NONE) {
                out[mobile.line.trunk]++;
            }
        }
        List<TrunkUse.Load> loads = new ArrayList<>();
        for (int trunk = 0; trunk < tallies.size(); trunk++) {
            Tally tally = tallies.get(trunk);
            int in = plan.lines().get(trunk).isInbound() ? callers : 0;
            loads.add(new TrunkUse.Load(in, out[trunk], tally.begun, tally.notTaken));
        }
        return new TrunkUse(isSeen, loads);
    }

    /// The PBX's calls to itself come by no trunk.
    private static boolean isByTrunk(Contact contact) {
        String channel = contact.channel;
        return contact.isCallers() && channel != null && !Names.isOwnCall(channel);
    }

    private static boolean holdsLine(Contact contact) {
        return contact.channel != null || (contact.outside == OutsideLegs.Stage.AT_GATE && !contact.hasEnded());
    }

    private long begunWithinMinute(int trunk, Instant now) {
        Deque<Instant> recent = tallies.get(trunk).recent;
        while (!recent.isEmpty() && !recent.getFirst().plus(MINUTE).isAfter(now)) {
            recent.removeFirst();
        }
        return recent.size();
    }

    /// What was begun by one trunk.
    private static final class Tally {
        private final Deque<Instant> recent = new ArrayDeque<>();
        private long begun;
        private long notTaken;
    }
}
