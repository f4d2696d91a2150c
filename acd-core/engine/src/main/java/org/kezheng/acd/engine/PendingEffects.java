package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.List;

/// The effects that were requested and are not settled, oldest first.
///
/// Room is committed ahead: each contact may still need one effect that disconnects or diverts it, and each leg
/// (ringing or talking) one that stops it; a leg's pending ring stands in that leg's room. So what must be asked for
/// always can be.
final class PendingEffects {
    private static final int NONE = -1;
    private static final Kind[] KINDS = Kind.values();
    private static final Diversion[] DIVERSIONS = Diversion.values();

    private final Kind[] kinds;
    private final long[] ids;
    private final long[] offers;
    private final long[] contacts;
    /// The agent's id, or the diversion's number.
    private final int[] targets;
    private final int[] before;
    private final int[] after;
    private final FreeSlots free;
    private final LongIndex index;
    private int oldest = NONE;
    private int newest = NONE;
    private int rings;
    private long lastId;

    PendingEffects(int capacity) {
        kinds = new Kind[capacity];
        ids = new long[capacity];
        offers = new long[capacity];
        contacts = new long[capacity];
        targets = new int[capacity];
        before = new int[capacity];
        after = new int[capacity];
        free = new FreeSlots(capacity);
        index = LongIndex.ofCounted(capacity);
    }

    enum Kind {
        RING,
        STOP_RINGING,
        DISCONNECT,
        DIVERT
    }

    /// Room that neither a pending effect nor a contact nor a leg has a claim to.
    int uncommitted(int contactCount, int legs) {
        return free.free() + rings - contactCount - legs;
    }

    long lastId() {
        return lastId;
    }

    boolean isPending(long id) {
        return index.get(id) != LongIndex.NONE;
    }

    /// The offer that a pending effect rings for; 0: it does something else.
    long ringsFor(long id) {
        int slot = index.get(id);
        return kinds[slot] == Kind.RING ? offers[slot] : 0;
    }

    /// Returns the effect's id. The caller has seen to the room.
    long add(Kind kind, long offer, long contact, int target) {
        int slot = free.take();
        fill(slot, ++lastId, kind, offer, contact, target);
        return lastId;
    }

    void settle(long id) {
        int slot = index.get(id);
        index.remove(id);
        if (before[slot] == NONE) {
            oldest = after[slot];
        } else {
            after[before[slot]] = after[slot];
        }
        if (after[slot] == NONE) {
            newest = before[slot];
        } else {
            before[after[slot]] = before[slot];
        }
        rings -= kinds[slot] == Kind.RING ? 1 : 0;
        free.give(slot);
    }

    List<PendingEffect> list() {
        List<PendingEffect> list = new ArrayList<>();
        for (int slot = oldest; slot != NONE; slot = after[slot]) {
            list.add(new PendingEffect(new EffectId(ids[slot]), effect(slot)));
        }
        return List.copyOf(list);
    }

    private void fill(int slot, long id, Kind kind, long offer, long contact, int target) {
        ids[slot] = id;
        kinds[slot] = kind;
        offers[slot] = offer;
        contacts[slot] = contact;
        targets[slot] = target;
        index.put(id, slot);
        before[slot] = newest;
        after[slot] = NONE;
        if (newest == NONE) {
            oldest = slot;
        } else {
            after[newest] = slot;
        }
        newest = slot;
        rings += kind == Kind.RING ? 1 : 0;
    }

    private Effect effect(int slot) {
        return switch (kinds[slot]) {
            case RING ->
                new Effect.Ring(new OfferId(offers[slot]), new ContactId(contacts[slot]), new AgentId(targets[slot]));
            case STOP_RINGING -> new Effect.StopRinging(new OfferId(offers[slot]));
            case DISCONNECT -> new Effect.Disconnect(new ContactId(contacts[slot]));
            case DIVERT -> new Effect.Divert(new ContactId(contacts[slot]), DIVERSIONS[targets[slot]]);
        };
    }

    void digest(Digest digest) {
        digest.add(lastId);
        free.digest(digest);
        for (int slot = oldest; slot != NONE; slot = after[slot]) {
            digest.add(slot);
            digest.add(ids[slot]);
            digest.add(kinds[slot].ordinal());
            digest.add(offers[slot]);
            digest.add(contacts[slot]);
            digest.add(targets[slot]);
        }
    }

    void save(StateSink sink) {
        sink.number(lastId);
        free.save(sink);
        for (int slot = oldest; slot != NONE; slot = after[slot]) {
            sink.number(slot + 1);
            sink.number(ids[slot]);
            sink.number(kinds[slot].ordinal());
            sink.number(offers[slot]);
            sink.number(contacts[slot]);
            sink.number(targets[slot]);
        }
        sink.number(0);
    }

    void restore(StateSource source) {
        lastId = source.number();
        free.restore(source);
        for (long next = source.number(); next != 0; next = source.number()) {
            int slot = Checks.index(next - 1, ids.length);
            fill(
                    slot,
                    source.number(),
                    KINDS[Checks.index(source.number(), KINDS.length)],
                    source.number(),
                    source.number(),
                    (int) source.number());
        }
    }
}
