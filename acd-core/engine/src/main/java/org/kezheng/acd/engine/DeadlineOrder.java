package org.kezheng.acd.engine;

import java.util.Arrays;

/// Deadlines in order of time, and of having been set for what is due at the same instant. Nothing is allocated.
///
/// Most deadlines are a fixed time away from now, and there are few such times: so each is appended to one of a few
/// lists, to that whose last one comes closest before it, as in patience sorting; each of the times soon has a list to
/// itself. What fits behind none goes into a heap beside them.
final class DeadlineOrder {
    private static final int NONE = -1;
    private static final int LISTS = 8;
    private static final int LIST_BITS = 4;
    private static final int LIST = (1 << LIST_BITS) - 1;

    /// Words of a deadline in a list: the instant; the number of the setting, and the list plus one; the one before
    /// and the one behind, each plus one.
    private static final int WORDS = 3;

    private static final int SETTING = 1;
    private static final int LINKS = 2;

    private final long[] cells;
    private final int[] heads = new int[LISTS];
    private final int[] tails = new int[LISTS];
    private final long[] tailAt = new long[LISTS];
    private final DeadlineHeap late;
    private int first = NONE;
    private long firstAt = Long.MAX_VALUE;
    private long firstSetting;

    DeadlineOrder(int ids) {
        late = new DeadlineHeap(ids);
        cells = new long[ids * WORDS];
        Arrays.fill(heads, NONE);
        Arrays.fill(tails, NONE);
        Arrays.fill(tailAt, Long.MIN_VALUE);
    }

    boolean contains(int id) {
        return list(id) != NONE || late.contains(id);
    }

    /// Of one that is set.
    long at(int id) {
        return list(id) == NONE ? late.at(id) : cells[id * WORDS];
    }

    private long setting(int id) {
        return list(id) == NONE ? late.setting(id) : cells[id * WORDS + SETTING] >>> LIST_BITS;
    }

    /// Of two that are set.
    boolean isBefore(int id, int other) {
        return isBefore(at(id), setting(id), at(other), setting(other));
    }

    /// The first one's id; there is one.
    int first() {
        return first;
    }

    /// `Long.MAX_VALUE`: there is none.
    long firstAt() {
        return firstAt;
    }

    /// Whether the first here comes before the first there. False when this one is empty.
    boolean isBefore(DeadlineOrder other) {
        return isBefore(firstAt, firstSetting, other.firstAt, other.firstSetting);
    }

    /// @param setting higher than any before
    void set(int id, long at, long setting) {
        clear(id);
        int list = listFor(at);
        if (list == NONE) {
            late.set(id, at, setting);
        } else {
            append(list, id, at, setting);
        }
        if (at < firstAt) {
            first = id;
            firstAt = at;
            firstSetting = setting;
        }
    }

    /// The list whose last one comes closest before an instant, or at it; an empty one if need be.
    private int listFor(long at) {
        int best = NONE;
        for (int list = 0; list < LISTS; list++) {
            if (tailAt[list] <= at && (best == NONE || tailAt[list] > tailAt[best])) {
                best = list;
            }
        }
        return best;
    }

    private void append(int list, int id, long at, long setting) {
        int last = tails[list];
        cells[id * WORDS] = at;
        cells[id * WORDS + SETTING] = setting << LIST_BITS | (list + 1);
        cells[id * WORDS + LINKS] = links(last, NONE);
        if (last == NONE) {
            heads[list] = id;
        } else {
            setBehind(last, id);
        }
        tails[list] = id;
        tailAt[list] = at;
    }

    void clear(int id) {
        int list = list(id);
        if (list != NONE) {
            unlink(list, id);
        } else {
            late.clear(id);
        }
        if (id == first) {
            findFirst();
        }
    }

    private void unlink(int list, int id) {
        int before = before(id);
        int behind = behind(id);
        if (before == NONE) {
            heads[list] = behind;
        } else {
            setBehind(before, behind);
        }
        if (behind == NONE) {
            tails[list] = before;
            tailAt[list] = before == NONE ? Long.MIN_VALUE : cells[before * WORDS];
        } else {
            cells[behind * WORDS + LINKS] = links(before, behind(behind));
        }
        cells[id * WORDS + SETTING] = 0;
    }

    private void findFirst() {
        first = late.isEmpty() ? NONE : late.first();
        firstAt = late.firstAt();
        firstSetting = first == NONE ? 0 : late.setting(first);
        for (int head : heads) {
            if (head != NONE && isBefore(cells[head * WORDS], setting(head), firstAt, firstSetting)) {
                first = head;
                firstAt = cells[head * WORDS];
                firstSetting = setting(head);
            }
        }
    }

    private static boolean isBefore(long at, long setting, long otherAt, long otherSetting) {
        return at != otherAt ? at < otherAt : setting < otherSetting;
    }

    private int list(int id) {
        return (int) (cells[id * WORDS + SETTING] & LIST) - 1;
    }

    private int before(int id) {
        return (int) (cells[id * WORDS + LINKS] >>> 32) - 1;
    }

    private int behind(int id) {
        return (int) cells[id * WORDS + LINKS] - 1;
    }

    private void setBehind(int id, int other) {
        cells[id * WORDS + LINKS] = links(before(id), other);
    }

    private static long links(int before, int behind) {
        return (long) (before + 1) << 32 | (behind + 1);
    }

    void digest(Digest digest) {
        for (int head : heads) {
            for (int id = head; id != NONE; id = behind(id)) {
                digest.add(id);
                digest.add(at(id));
                digest.add(setting(id));
            }
            digest.add(NONE);
        }
        late.digest(digest);
    }

    void save(StateSink sink) {
        for (int head : heads) {
            for (int id = head; id != NONE; id = behind(id)) {
                sink.number(id + 1);
                sink.number(at(id));
                sink.number(setting(id));
            }
            sink.number(0);
        }
        late.save(sink);
    }

    void restore(StateSource source) {
        for (int list = 0; list < LISTS; list++) {
            for (long next = source.number(); next != 0; next = source.number()) {
                int id = Checks.index(next - 1, cells.length / WORDS);
                long at = source.number();
                append(list, id, at, source.number());
            }
        }
        late.restore(source);
        findFirst();
    }
}
