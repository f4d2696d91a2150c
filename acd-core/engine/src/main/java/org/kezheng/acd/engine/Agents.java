package org.kezheng.acd.engine;

import java.util.Arrays;

/// The configured agents: one row each, in arrays. A row stays an agent's own as long as the agent is configured.
final class Agents {
    static final int NONE = -1;

    final int[] id;
    final AgentState[] state;
    final ReasonCode[] reason;
    /// What the agent will be after the present contact: `READY`, `NOT_READY` with its reason, or `SIGNED_OUT`.
    final AgentState[] next;

    final ReasonCode[] nextReason;
    /// The contact that rings, talks or is wrapped up; 0: none.
    final long[] contact;
    /// The order in which agents became free, and when. Both outlive an offer that was not answered.
    final long[] idleNumber;

    final long[] idleSince;

    private final FreeSlots free;
    private final LongIndex byId;
    private long idles;

    Agents(int capacity) {
        id = new int[capacity];
        state = new AgentState[capacity];
        reason = new ReasonCode[capacity];
        next = new AgentState[capacity];
        nextReason = new ReasonCode[capacity];
        contact = new long[capacity];
        idleNumber = new long[capacity];
        idleSince = new long[capacity];
        free = new FreeSlots(capacity);
        byId = new LongIndex(capacity);
        Arrays.fill(state, AgentState.SIGNED_OUT);
        Arrays.fill(reason, ReasonCode.NONE);
        Arrays.fill(next, AgentState.READY);
        Arrays.fill(nextReason, ReasonCode.NONE);
    }

    int rows() {
        return id.length;
    }

    int find(AgentId agent) {
        return byId.get(agent.value());
    }

    AgentId idOf(int row) {
        return new AgentId(id[row]);
    }

    /// An agent who is new, as signed out.
    int add(AgentId agent) {
        int row = free.take();
        id[row] = agent.value();
        byId.put(agent.value(), row);
        return row;
    }

    /// The agent is signed out.
    void remove(int row) {
        byId.remove(id[row]);
        id[row] = 0;
        free.give(row);
    }

    void beginIdle(int row, long now) {
        idleNumber[row] = ++idles;
        idleSince[row] = now;
    }

    void chooseNext(int row, AgentState nextState, ReasonCode withReason) {
        next[row] = nextState;
        nextReason[row] = withReason;
    }

    void digest(Digest digest) {
        digest.add(idles);
        free.digest(digest);
        for (int row = 0; row < id.length; row++) {
            if (id[row] != 0) {
                digest.add(row);
                digest.add(id[row]);
                digest.add(state[row].name());
                digest.add(reason[row].value());
                digest.add(next[row].name());
                digest.add(nextReason[row].value());
                digest.add(contact[row]);
                digest.add(idleNumber[row]);
                digest.add(idleSince[row]);
            }
        }
    }
}
