package org.kezheng.acd.engine;

/// Many ordered queues over one fixed pool of nodes; a node is in at most one queue. Order is by key, then by tie,
/// which is unique within a queue. Nothing is allocated.
///
/// What comes behind the last is appended to a list, in O(1): nearly everything does, as keys are instants. What
/// comes late (a place kept, a ring reached, a higher priority) goes into a leftist heap beside the list (Crane
/// 1972), in O(log n). Either is left in O(1) or O(log n).
final class OrderedQueues {
    static final int NONE = -1;

    /// Words of a node: key; tie and the heap's distance; the two links; parent and queue.
    private static final int WORDS = 4;

    private static final int TIE = 1;
    private static final int LINKS = 2;
    private static final int HOME = 3;
    private static final int DISTANCE_BITS = 6;
    private static final long DISTANCE = (1L << DISTANCE_BITS) - 1;
    private static final int IN_HEAP = 1;

    /// Words of a queue: key and tie of its first node; that node, and the list's first; the heap's root, and the
    /// size. Who looks at many queues finds all of it in one line of memory each, and touches no node.
    private static final int ROW = 4;

    private static final int TOP = 2;
    private static final int ROOT = 3;

    private final long[] cells;
    /// Each node is stored plus one, so that 0 is none.
    private final long[] rows;

    private final int[] lasts;
    private final int[] frontier;

    /// @param rejections how many nodes [#firstAccepted] may have to pass by
    OrderedQueues(int queues, int nodes, int rejections) {
        cells = new long[nodes * WORDS];
        rows = new long[queues * ROW];
        lasts = new int[queues];
        frontier = new int[rejections + 2];
    }

    /// Whether a node may be taken.
    interface Acceptance {
        boolean accepts(int node);
    }

    boolean contains(int node) {
        return home(node) != 0;
    }

    boolean isEmpty(int queue) {
        return (int) rows[queue * ROW + ROOT] == 0;
    }

    int size(int queue) {
        return (int) rows[queue * ROW + ROOT];
    }

    long key(int node) {
        return cells[node * WORDS];
    }

    long tie(int node) {
        return cells[node * WORDS + TIE] >>> DISTANCE_BITS;
    }

    /// The first in order, or [#NONE].
    int first(int queue) {
        return (int) (rows[queue * ROW + TOP] >>> 32) - 1;
    }

    /// Of the first one; there is one.
    long firstKey(int queue) {
        return rows[queue * ROW];
    }

    /// Of the first one; there is one.
    long firstTie(int queue) {
        return rows[queue * ROW + 1];
    }

    private int firstOfList(int queue) {
        return (int) rows[queue * ROW + TOP] - 1;
    }

    private int root(int queue) {
        return (int) (rows[queue * ROW + ROOT] >>> 32) - 1;
    }

    private void setFirstOfList(int queue, int node) {
        rows[queue * ROW + TOP] = links(first(queue), node);
    }

    private void setRoot(int queue, int node) {
        int at = queue * ROW + ROOT;
        rows[at] = ((long) (node + 1) << 32) | (rows[at] & 0xFFFF_FFFFL);
    }

    private void findFirst(int queue) {
        int inList = firstOfList(queue);
        int inHeap = root(queue);
        int first = inList == NONE || (inHeap != NONE && isBefore(inHeap, inList)) ? inHeap : inList;
        rows[queue * ROW + TOP] = links(first, inList);
        if (first != NONE) {
            rows[queue * ROW] = key(first);
            rows[queue * ROW + 1] = tie(first);
        }
    }

    /// The first in order that is accepted, or [#NONE].
    int firstAccepted(int queue, Acceptance acceptance) {
        int inList = firstOfList(queue);
        while (inList != NONE && !acceptance.accepts(inList)) {
            inList = second(inList);
        }
        int inHeap = firstInHeap(root(queue), inList, acceptance);
        if (inList == NONE || inHeap == NONE) {
            return inList == NONE ? inHeap : inList;
        }
        return isBefore(inHeap, inList) ? inHeap : inList;
    }

    void insert(int queue, int node, long key, long tie) {
        int at = node * WORDS;
        cells[at] = key;
        int last = lasts[queue] - 1;
        rows[queue * ROW + ROOT]++;
        if (last == NONE || key > key(last) || (key == key(last) && tie > tie(last))) {
            cells[at + TIE] = tie << DISTANCE_BITS;
            cells[at + LINKS] = links(last, NONE);
            cells[at + HOME] = home(NONE, queue, 0);
            lasts[queue] = node + 1;
            if (last == NONE) {
                setFirstOfList(queue, node);
                findFirst(queue);
            } else {
                setSecond(last, node);
            }
        } else {
            cells[at + TIE] = tie << DISTANCE_BITS | 1;
            cells[at + LINKS] = links(NONE, NONE);
            cells[at + HOME] = home(NONE, queue, IN_HEAP);
            int root = merge(root(queue), node);
            setParent(root, NONE);
            setRoot(queue, root);
            if (root == node) {
                findFirst(queue);
            }
        }
    }

    void remove(int node) {
        int home = home(node) - 1;
        int queue = home >> 1;
        rows[queue * ROW + ROOT]--;
        boolean isFirst = first(queue) == node;
        if ((home & IN_HEAP) == 0) {
            removeFromList(node, queue);
        } else {
            removeFromHeap(node, queue);
        }
        cells[node * WORDS + HOME] = 0;
        if (isFirst) {
            findFirst(queue);
        }
    }

    private void removeFromList(int node, int queue) {
        int before = first0(node);
        int after = second(node);
        if (before == NONE) {
            setFirstOfList(queue, after);
        } else {
            setSecond(before, after);
        }
        if (after == NONE) {
            lasts[queue] = before + 1;
        } else {
            setFirst(after, before);
        }
    }

    private void removeFromHeap(int node, int queue) {
        int parent = parent(node);
        int by = merge(first0(node), second(node));
        if (by != NONE) {
            setParent(by, parent);
        }
        if (parent == NONE) {
            setRoot(queue, by);
            return;
        }
        if (first0(parent) == node) {
            setFirst(parent, by);
        } else {
            setSecond(parent, by);
        }
        restoreDistances(parent);
    }

    private void restoreDistances(int from) {
        int node = from;
        while (node != NONE) {
            if (distance(first0(node)) < distance(second(node))) {
                cells[node * WORDS + LINKS] = links(second(node), first0(node));
            }
            long distance = distance(second(node)) + 1;
            if (distance == distance(node)) {
                return;
            }
            setDistance(node, distance);
            node = parent(node);
        }
    }

    /// The depth is that of the two right spines: O(log n).
    private int merge(int one, int other) {
        if (one == NONE || other == NONE) {
            return one == NONE ? other : one;
        }
        int top = isBefore(one, other) ? one : other;
        int below = merge(second(top), top == one ? other : one);
        setParent(below, top);
        if (distance(first0(top)) < distance(below)) {
            cells[top * WORDS + LINKS] = links(below, first0(top));
        } else {
            setSecond(top, below);
        }
        setDistance(top, distance(second(top)) + 1);
        return top;
    }

    /// Goes through the heap in order, without changing it, by the few nodes that could be next.
    private int firstInHeap(int root, int atMost, Acceptance acceptance) {
        int count = 0;
        int next = root;
        while (next != NONE && (atMost == NONE || isBefore(next, atMost)) && !acceptance.accepts(next)) {
            if (first0(next) != NONE) {
                frontier[count++] = first0(next);
            }
            if (second(next) != NONE) {
                frontier[count++] = second(next);
            }
            int best = 0;
            for (int i = 1; i < count; i++) {
                best = isBefore(frontier[i], frontier[best]) ? i : best;
            }
            if (count == 0) {
                return NONE;
            }
            next = frontier[best];
            frontier[best] = frontier[--count];
        }
        return next;
    }

    private boolean isBefore(int node, int other) {
        long key = key(node);
        long otherKey = key(other);
        return key != otherKey ? key < otherKey : tie(node) < tie(other);
    }

    /// The one before, in a list; the left child, in a heap.
    private int first0(int node) {
        return (int) (cells[node * WORDS + LINKS] >>> 32) - 1;
    }

    /// The one behind, in a list; the right child, in a heap.
    private int second(int node) {
        return (int) cells[node * WORDS + LINKS] - 1;
    }

    private void setFirst(int node, int to) {
        cells[node * WORDS + LINKS] = links(to, second(node));
    }

    private void setSecond(int node, int to) {
        cells[node * WORDS + LINKS] = links(first0(node), to);
    }

    private static long links(int one, int other) {
        return (long) (one + 1) << 32 | (other + 1);
    }

    private long distance(int node) {
        return node == NONE ? 0 : cells[node * WORDS + TIE] & DISTANCE;
    }

    private void setDistance(int node, long distance) {
        cells[node * WORDS + TIE] = (cells[node * WORDS + TIE] & ~DISTANCE) | distance;
    }

    private int parent(int node) {
        return (int) (cells[node * WORDS + HOME] >>> 32) - 1;
    }

    private void setParent(int node, int parent) {
        cells[node * WORDS + HOME] = ((long) (parent + 1) << 32) | (cells[node * WORDS + HOME] & 0xFFFF_FFFFL);
    }

    private static long home(int parent, int queue, int inHeap) {
        return (long) (parent + 1) << 32 | ((queue << 1 | inHeap) + 1);
    }

    private int home(int node) {
        return (int) cells[node * WORDS + HOME];
    }
}
