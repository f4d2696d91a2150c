package org.kezheng.acd.engine;

/// The wrap-ups that go on: one row each, in a list per agent, oldest first. The contact itself may have ended, or
/// wait for somebody else.
final class WrapUps {
    static final int NONE = -1;

    final long[] contact;
    final int[] agent;
    final Channel[] channel;
    final long[] extensionMicros;
    final int[] extensionsLeft;

    private final int[] before;
    private final int[] after;
    private final FreeSlots free;
    private final Agents agents;

    WrapUps(int capacity, Agents agents) {
        contact = new long[capacity];
        agent = new int[capacity];
        channel = new Channel[capacity];
        extensionMicros = new long[capacity];
        extensionsLeft = new int[capacity];
        before = new int[capacity];
        after = new int[capacity];
        free = new FreeSlots(capacity);
        this.agents = agents;
    }

    boolean isFull() {
        return free.free() == 0;
    }

    int after(int row) {
        return after[row];
    }

    /// The agent's oldest wrap-up of a contact, or [#NONE].
    int find(int agentRow, long ofContact) {
        int row = agents.firstWrapUp(agentRow);
        while (row != NONE && contact[row] != ofContact) {
            row = after[row];
        }
        return row;
    }

    int add(int agentRow, long ofContact, Channel onChannel) {
        int row = free.take();
        contact[row] = ofContact;
        agent[row] = agentRow;
        channel[row] = onChannel;
        int last = agents.lastWrapUp(agentRow);
        before[row] = last;
        after[row] = NONE;
        if (last == NONE) {
            agents.setWrapUps(agentRow, row, row);
        } else {
            after[last] = row;
            agents.setWrapUps(agentRow, agents.firstWrapUp(agentRow), row);
        }
        return row;
    }

    void remove(int row) {
        int ofAgent = agent[row];
        int first = before[row] == NONE ? after[row] : agents.firstWrapUp(ofAgent);
        int last = after[row] == NONE ? before[row] : agents.lastWrapUp(ofAgent);
        if (before[row] != NONE) {
            after[before[row]] = after[row];
        }
        if (after[row] != NONE) {
            before[after[row]] = before[row];
        }
        agents.setWrapUps(ofAgent, first, last);
        contact[row] = 0;
        free.give(row);
    }

    void digest(Digest digest) {
        free.digest(digest);
        for (int row = 0; row < contact.length; row++) {
            if (contact[row] != 0) {
                digest.add(row);
                digest.add(contact[row]);
                digest.add(agent[row]);
                digest.add(channel[row].ordinal());
                digest.add(extensionMicros[row]);
                digest.add(extensionsLeft[row]);
            }
        }
    }

    void save(StateSink sink) {
        free.save(sink);
        for (int row = 0; row < contact.length; row++) {
            if (contact[row] != 0) {
                sink.number(row + 1);
                sink.number(contact[row]);
                sink.number(agent[row]);
                sink.number(channel[row].ordinal());
                sink.number(extensionMicros[row]);
                sink.number(extensionsLeft[row]);
                sink.number(before[row]);
                sink.number(after[row]);
            }
        }
        sink.number(0);
    }

    void restore(StateSource source) {
        free.restore(source);
        for (long next = source.number(); next != 0; next = source.number()) {
            int row = Checks.index(next - 1, contact.length);
            contact[row] = source.number();
            agent[row] = Checks.index(source.number(), agents.rows());
            channel[row] = Channel.values()[Checks.index(source.number(), Channel.values().length)];
            extensionMicros[row] = source.number();
            extensionsLeft[row] = (int) source.number();
            before[row] = (int) source.number();
            after[row] = (int) source.number();
        }
    }
}
