package org.kezheng.acd.engine;

/// Which agents are not offered which contacts for a while, because they declined them. In a list per contact and
/// one per agent.
final class PassOvers {
    static final int NONE = -1;

    final int[] contact;
    final int[] agent;

    private final int[] nextOfContact;
    private final int[] previousOfContact;
    private final int[] nextOfAgent;
    private final int[] previousOfAgent;
    private final FreeSlots free;
    private final LongIndex index;
    private final Contacts contacts;
    private final Agents agents;

    PassOvers(int capacity, Contacts contacts, Agents agents) {
        contact = new int[capacity];
        agent = new int[capacity];
        nextOfContact = new int[capacity];
        previousOfContact = new int[capacity];
        nextOfAgent = new int[capacity];
        previousOfAgent = new int[capacity];
        free = new FreeSlots(capacity);
        index = LongIndex.ofAny(capacity);
        this.contacts = contacts;
        this.agents = agents;
    }

    boolean isFull() {
        return free.free() == 0;
    }

    int find(int contactRow, int agentRow) {
        return contacts.passOver(contactRow) == NONE ? NONE : index.get(pair(contactRow, agentRow));
    }

    boolean contains(int contactRow, int agentRow) {
        return find(contactRow, agentRow) != NONE;
    }

    int add(int contactRow, int agentRow) {
        int row = free.take();
        contact[row] = contactRow;
        agent[row] = agentRow;
        index.put(pair(contactRow, agentRow), row);
        int ofContact = contacts.passOver(contactRow);
        nextOfContact[row] = ofContact;
        previousOfContact[row] = NONE;
        if (ofContact != NONE) {
            previousOfContact[ofContact] = row;
        }
        contacts.setPassOver(contactRow, row, contacts.passOverCount(contactRow) + 1);
        int ofAgent = agents.passOver(agentRow);
        nextOfAgent[row] = ofAgent;
        previousOfAgent[row] = NONE;
        if (ofAgent != NONE) {
            previousOfAgent[ofAgent] = row;
        }
        agents.setPassOver(agentRow, row, agents.passOverCount(agentRow) + 1);
        return row;
    }

    void remove(int row) {
        int contactRow = contact[row];
        int agentRow = agent[row];
        index.remove(pair(contactRow, agentRow));
        int firstOfContact = unlink(row, nextOfContact, previousOfContact, contacts.passOver(contactRow));
        contacts.setPassOver(contactRow, firstOfContact, contacts.passOverCount(contactRow) - 1);
        int firstOfAgent = unlink(row, nextOfAgent, previousOfAgent, agents.passOver(agentRow));
        agents.setPassOver(agentRow, firstOfAgent, agents.passOverCount(agentRow) - 1);
        free.give(row);
    }

    private static int unlink(int row, int[] next, int[] previous, int first) {
        if (next[row] != NONE) {
            previous[next[row]] = previous[row];
        }
        if (previous[row] == NONE) {
            return next[row];
        }
        next[previous[row]] = next[row];
        return first;
    }

    /// Newest first.
    int nextOfContact(int row) {
        return nextOfContact[row];
    }

    /// Newest first.
    int nextOfAgent(int row) {
        return nextOfAgent[row];
    }

    void digest(Digest digest) {
        free.digest(digest);
        for (int row = 0; row < contacts.rows(); row++) {
            if (contacts.stage(row) != Contacts.Stage.ABSENT) {
                for (int pass = contacts.passOver(row); pass != NONE; pass = nextOfContact[pass]) {
                    digest.add(pass);
                    digest.add(pair(row, agent[pass]));
                }
            }
        }
    }

    void save(StateSink sink) {
        free.save(sink);
        for (int row = 0; row < contacts.rows(); row++) {
            if (contacts.stage(row) != Contacts.Stage.ABSENT) {
                for (int pass = contacts.passOver(row); pass != NONE; pass = nextOfContact[pass]) {
                    sink.number(pass + 1);
                    sink.number(row);
                    sink.number(agent[pass]);
                    sink.number(nextOfContact[pass]);
                    sink.number(previousOfContact[pass]);
                    sink.number(nextOfAgent[pass]);
                    sink.number(previousOfAgent[pass]);
                }
            }
        }
        sink.number(0);
    }

    void restore(StateSource source) {
        free.restore(source);
        for (long next = source.number(); next != 0; next = source.number()) {
            int pass = Checks.index(next - 1, contact.length);
            contact[pass] = Checks.index(source.number(), contacts.rows());
            agent[pass] = Checks.index(source.number(), agents.rows());
            nextOfContact[pass] = (int) source.number();
            previousOfContact[pass] = (int) source.number();
            nextOfAgent[pass] = (int) source.number();
            previousOfAgent[pass] = (int) source.number();
            index.put(pair(contact[pass], agent[pass]), pass);
        }
    }

    /// Never 0, which the index takes for empty.
    private static long pair(int contactRow, int agentRow) {
        return (contactRow + 1L) << 32 | agentRow;
    }
}
