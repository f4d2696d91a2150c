package org.kezheng.acd.engine;

/// Which agents are not offered which contacts for a while, because they declined them.
final class PassOvers {
    static final int NONE = -1;

    final int[] contact;
    final int[] agent;

    private final int[] nextOfContact;
    private final int[] previousOfContact;
    private final FreeSlots free;
    private final LongIndex index;
    private final Contacts contacts;

    PassOvers(int capacity, Contacts contacts) {
        contact = new int[capacity];
        agent = new int[capacity];
        nextOfContact = new int[capacity];
        previousOfContact = new int[capacity];
        free = new FreeSlots(capacity);
        index = new LongIndex(capacity);
        this.contacts = contacts;
    }

    int rows() {
        return contact.length;
    }

    boolean isFull() {
        return free.free() == 0;
    }

    int find(int contactRow, int agentRow) {
        return contacts.passOver[contactRow] == NONE ? NONE : index.get(pair(contactRow, agentRow));
    }

    boolean contains(int contactRow, int agentRow) {
        return find(contactRow, agentRow) != NONE;
    }

    int add(int contactRow, int agentRow) {
        int row = free.take();
        contact[row] = contactRow;
        agent[row] = agentRow;
        index.put(pair(contactRow, agentRow), row);
        int head = contacts.passOver[contactRow];
        nextOfContact[row] = head;
        previousOfContact[row] = NONE;
        if (head != NONE) {
            previousOfContact[head] = row;
        }
        contacts.passOver[contactRow] = row;
        return row;
    }

    void remove(int row) {
        index.remove(pair(contact[row], agent[row]));
        int next = nextOfContact[row];
        int previous = previousOfContact[row];
        if (previous == NONE) {
            contacts.passOver[contact[row]] = next;
        } else {
            nextOfContact[previous] = next;
        }
        if (next != NONE) {
            previousOfContact[next] = previous;
        }
        free.give(row);
    }

    /// Visits in the order of the contact's list, newest first.
    int nextOfContact(int row) {
        return nextOfContact[row];
    }

    void digest(Digest digest) {
        free.digest(digest);
        for (int row = 0; row < contacts.rows(); row++) {
            if (contacts.stage[row] != Contacts.Stage.ABSENT) {
                for (int pass = contacts.passOver[row]; pass != NONE; pass = nextOfContact[pass]) {
                    digest.add(pass);
                    digest.add(pair(row, agent[pass]));
                }
            }
        }
    }

    /// Never 0, which the index takes for empty.
    private static long pair(int contactRow, int agentRow) {
        return (contactRow + 1L) << 32 | agentRow;
    }
}
