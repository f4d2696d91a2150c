package org.kezheng.acd.engine;

/// Many ordered queues over one fixed pool of nodes; a node is in at most one queue. Order is by key, then by tie,
/// which is unique within a queue. Nothing is allocated.
///
/// What comes behind the last is appended to a list, in O(1): nearly everything does, as keys are instants. What
/// comes late (a place kept, a ring reached, a higher priority) but behind the last one that came late is appended
/// to a second list: those who reach a later ring do so in the order of their arrival. The others go into a leftist
/// heap beside the lists (Crane 1972), in O(log n). Each is left in O(1) or O(log n).
final class OrderedQueues {
    static final int NONE = -1;

    /// Words of a node: key; tie and the heap's distance; the two links; parent and queue.
    private static final int WORDS = 4;

    private static final int TIE = 1;
    private static final int LINKS = 2;
    private static final int HOME = 3;
    private static final int DISTANCE_BITS = 6;
    private static final long DISTANCE = (1L << DISTANCE_BITS) - 1;

    /// Where a node stands.
    private static final int IN_ORDER = 0;

    private static final int LATE = 1;
    private static final int IN_HEAP = 2;
    private static final int PART_BITS = 2;
    private static final int PART = (1 << PART_BITS) - 1;

    /// Words of a queue: key and tie of its first node; that node, and the size; the ends of the two lists; the
    /// heap's root. Who looks at many queues finds all of it in one line of memory each, and touches no node.
    private static final int ROW = 8;

    private static final int TOP = 2;
    private static final int LIST = 3;
    private static final int ROOT = 5;

    private final long[] cells;
    /// Each node is stored plus one, so that 0 is none.
    private final long[] rows;

    private final int[] frontier;

    /// @param rejections how many nodes [#firstAccepted] may have to pass by
    OrderedQueues(int queues, int nodes, int rejections) {
        cells = new long[nodes * WORDS];
        rows = new long[queues * ROW];
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
        return size(queue) == 0;
    }

    int size(int queue) {
        return (int) rows[queue * ROW + TOP];
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

    private int root(int queue) {
        return (int) rows[queue * ROW + ROOT] - 1;
    }

    private void setRoot(int queue, int node) {
        rows[queue * ROW + ROOT] = node + 1L;
    }

    /// @param list [#IN_ORDER] or [#LATE]
    private int head(int queue, int list) {
        return (int) (rows[queue * ROW + LIST + list] >>> 32) - 1;
    }

    private int tail(int queue, int list) {
        return (int) rows[queue * ROW + LIST + list] - 1;
    }

    private void setEnds(int queue, int list, int head, int tail) {
        rows[queue * ROW + LIST + list] = links(head, tail);
    }

    private void count(int queue, int by) {
        rows[queue * ROW + TOP] += by;
    }

    private void findFirst(int queue) {
        int late = earlier(head(queue, LATE), root(queue));
        setTop(queue, earlier(head(queue, IN_ORDER), late));
    }

    private void setTop(int queue, int node) {
        int row = queue * ROW;
        rows[row + TOP] = ((long) (node + 1) << 32) | (rows[row + TOP] & 0xFFFF_FFFFL);
        if (node != NONE) {
            rows[row] = key(node);
            rows[row + 1] = tie(node);
        }
    }

    private int earlier(int node, int other) {
        if (node == NONE || other == NONE) {
            return node == NONE ? other : node;
        }
        return isBefore(node, other) ? node : other;
    }

    /// The first in order that is accepted, or [#NONE].
    int firstAccepted(int queue, Acceptance acceptance) {
        int inOrder = firstInList(head(queue, IN_ORDER), acceptance);
        int first = earlier(inOrder, firstInList(head(queue, LATE), acceptance));
        return earlier(first, firstInHeap(root(queue), first, acceptance));
    }

    private int firstInList(int head, Acceptance acceptance) {
        int node = head;
        while (node != NONE && !acceptance.accepts(node)) {
            node = second(node);
        }
        return node;
    }

    void insert(int queue, int node, long key, long tie) {
        cells[node * WORDS] = key;
        count(queue, 1);
        if (comesBehind(tail(queue, IN_ORDER), key, tie)) {
            append(queue, IN_ORDER, node, tie);
        } else if (comesBehind(tail(queue, LATE), key, tie)) {
            append(queue, LATE, node, tie);
        } else {
            insertIntoHeap(queue, node, tie);
        }
    }

    private boolean comesBehind(int last, long key, long tie) {
        return last == NONE || key > key(last) || (key == key(last) && tie > tie(last));
    }

    private void append(int queue, int list, int node, long tie) {
        int last = tail(queue, list);
        place(node, tie, links(last, NONE), home(NONE, queue, list));
        if (last == NONE) {
            setEnds(queue, list, node, node);
            if (list == IN_ORDER || isBefore(node, first(queue))) {
                findFirst(queue);
            }
        } else {
            setSecond(last, node);
            setEnds(queue, list, head(queue, list), node);
        }
    }

    private void insertIntoHeap(int queue, int node, long tie) {
        place(node, tie, links(NONE, NONE), home(NONE, queue, IN_HEAP));
        setDistance(node, 1);
        int root = merge(root(queue), node);
        setParent(root, NONE);
        setRoot(queue, root);
        if (root == node) {
            findFirst(queue);
        }
    }

    private void place(int node, long tie, long links, long home) {
        int at = node * WORDS;
        cells[at + TIE] = tie << DISTANCE_BITS;
        cells[at + LINKS] = links;
        cells[at + HOME] = home;
    }

    void remove(int node) {
        int home = home(node) - 1;
        int queue = home >> PART_BITS;
        int part = home & PART;
        count(queue, -1);
        boolean isFirst = first(queue) == node;
        if (part == IN_HEAP) {
            removeFromHeap(node, queue);
        } else {
            removeFromList(node, queue, part);
        }
        cells[node * WORDS + HOME] = 0;
        if (isFirst) {
            findFirst(queue);
        }
    }

    private void removeFromList(int node, int queue, int list) {
        int before = first0(node);
        int after = second(node);
        if (before != NONE) {
            setSecond(before, after);
        }
        if (after != NONE) {
            setFirst(after, before);
        }
        if (before == NONE || after == NONE) {
            int head = before == NONE ? after : head(queue, list);
            int tail = after == NONE ? before : tail(queue, list);
            setEnds(queue, list, head, tail);
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

    /// Goes through the heap in order, without changing it, by the few nodes that could be next; no further than a
    /// node that is taken otherwise.
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

    private static long home(int parent, int queue, int part) {
        return (long) (parent + 1) << 32 | ((queue << PART_BITS | part) + 1);
    }

    private int home(int node) {
        return (int) cells[node * WORDS + HOME];
    }
}
