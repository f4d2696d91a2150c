package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The effects that were requested and are not settled, oldest first.
///
/// Room is committed ahead: each contact may still need one effect that disconnects it, and each leg (ringing or
/// talking) one that stops it; a leg's pending ring stands in that leg's room. So what must be asked for always
/// can be.
final class PendingEffects {
    private static final int NONE = -1;

    private final @Nullable Effect[] effects;
    private final long[] ids;
    private final int[] before;
    private final int[] after;
    private final FreeSlots free;
    private final LongIndex index;
    private int oldest = NONE;
    private int newest = NONE;
    private int rings;
    private long lastId;

    PendingEffects(int capacity) {
        effects = new Effect[capacity];
        ids = new long[capacity];
        before = new int[capacity];
        after = new int[capacity];
        free = new FreeSlots(capacity);
        index = new LongIndex(capacity);
    }

    /// Room that neither a pending effect nor a contact nor a leg has a claim to.
    int uncommitted(int contacts, int legs) {
        return free.free() + rings - contacts - legs;
    }

    long lastId() {
        return lastId;
    }

    boolean isPending(long id) {
        return index.get(id) != LongIndex.NONE;
    }

    /// Returns the effect's id. The caller has seen to the room.
    long add(Effect effect) {
        int slot = free.take();
        long id = ++lastId;
        effects[slot] = effect;
        ids[slot] = id;
        index.put(id, slot);
        before[slot] = newest;
        after[slot] = NONE;
        if (newest == NONE) {
            oldest = slot;
        } else {
            after[newest] = slot;
        }
        newest = slot;
        rings += effect instanceof Effect.Ring ? 1 : 0;
        return id;
    }

    Effect settle(long id) {
        int slot = index.get(id);
        Effect effect = Objects.requireNonNull(effects[slot]);
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
        rings -= effect instanceof Effect.Ring ? 1 : 0;
        effects[slot] = null;
        free.give(slot);
        return effect;
    }

    List<PendingEffect> list() {
        List<PendingEffect> list = new ArrayList<>();
        for (int slot = oldest; slot != NONE; slot = after[slot]) {
            Effect effect = effects[slot];
            if (effect != null) {
                list.add(new PendingEffect(new EffectId(ids[slot]), effect));
            }
        }
        return List.copyOf(list);
    }

    void digest(Digest digest) {
        digest.add(lastId);
        for (int slot = oldest; slot != NONE; slot = after[slot]) {
            digest.add(ids[slot]);
            switch (effects[slot]) {
                case Effect.Ring ring -> digest.add(ring.offer().value());
                case Effect.StopRinging stop -> digest.add(-stop.offer().value());
                case Effect.Disconnect disconnect ->
                    digest.add(disconnect.contact().value());
                case null -> digest.add(0);
            }
        }
    }
}
