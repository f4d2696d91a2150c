package org.kezheng.acd.engine;

/// What will happen by itself, in order of time: one deadline per contact, per agent and per pass-over.
final class Deadlines {
    static final int NONE = OrderedSets.NONE;
    private static final int STATES = 0;
    private static final int PASS_OVERS = 1;

    private final OrderedSets order;
    private final int firstAgent;
    private final int firstPassOver;

    Deadlines(int contacts, int agents, int passOvers) {
        order = new OrderedSets(2, contacts + agents + passOvers);
        firstAgent = contacts;
        firstPassOver = contacts + agents;
    }

    int ofContact(int row) {
        return row;
    }

    int ofAgent(int row) {
        return firstAgent + row;
    }

    int ofPassOver(int row) {
        return firstPassOver + row;
    }

    boolean isOfContact(int deadline) {
        return deadline < firstAgent;
    }

    boolean isOfAgent(int deadline) {
        return deadline >= firstAgent && deadline < firstPassOver;
    }

    /// The row of the contact, agent or pass-over.
    int row(int deadline) {
        if (isOfContact(deadline)) {
            return deadline;
        }
        return isOfAgent(deadline) ? deadline - firstAgent : deadline - firstPassOver;
    }

    /// The first one, or [#NONE].
    int first() {
        int ofState = order.first(STATES);
        int ofPassOver = order.first(PASS_OVERS);
        if (ofState == NONE || ofPassOver == NONE) {
            return ofState == NONE ? ofPassOver : ofState;
        }
        return at(ofPassOver) < at(ofState) ? ofPassOver : ofState;
    }

    /// The first one among pass-overs, or [#NONE].
    int firstPassOver() {
        return order.first(PASS_OVERS);
    }

    long at(int deadline) {
        return order.key(deadline);
    }

    boolean isSet(int deadline) {
        return order.contains(deadline);
    }

    void set(int deadline, long at) {
        clear(deadline);
        order.insert(deadline < firstPassOver ? STATES : PASS_OVERS, deadline, at);
    }

    void clear(int deadline) {
        if (order.contains(deadline)) {
            order.remove(deadline);
        }
    }

    void digest(Digest digest) {
        for (int set = STATES; set <= PASS_OVERS; set++) {
            for (int deadline = order.first(set); deadline != NONE; deadline = order.next(deadline)) {
                digest.add(deadline);
                digest.add(at(deadline));
            }
        }
    }
}
