package org.kezheng.acd.engine;

/// Passes agents over for contacts, within the limits.
final class PassingOver {
    private static final int NONE = PassOvers.NONE;
    private static final Deadlines.Kind KIND = Deadlines.Kind.PASS_OVER;
    /// A command, or a deadline of a tick, passes one agent over and ends at most one pass-over for each of three
    /// limits.
    private static final int MOST_ENDED_EARLY = 3;

    private final EngineState state;
    private final Matcher matcher;
    private final int[] endedEarly = new int[MOST_ENDED_EARLY];
    private int endedEarlyCount;

    PassingOver(EngineState state, Matcher matcher) {
        this.state = state;
        this.matcher = matcher;
    }

    void begin(int contact, int agent) {
        long until = state.now + state.queueOf(contact).times().declinePassOverMicros();
        int known = state.passOvers.find(contact, agent);
        if (known != NONE) {
            state.deadlines.set(KIND, known, until);
            return;
        }
        if (state.passOvers.isFull()) {
            endEarly(state.deadlines.first(KIND));
        }
        if (state.agents.passOverCount(agent) >= state.limits.passOversPerAgent()) {
            endEarly(firstOfAgent(agent));
        }
        if (state.contacts.passOverCount(contact) >= state.limits.passOversPerContact()) {
            endEarly(firstOfContact(contact));
        }
        state.deadlines.set(KIND, state.passOvers.add(contact, agent), until);
    }

    private int firstOfAgent(int agent) {
        int first = state.agents.passOver(agent);
        for (int other = first; other != NONE; other = state.passOvers.nextOfAgent(other)) {
            first = state.deadlines.isBefore(KIND, other, first) ? other : first;
        }
        return first;
    }

    private int firstOfContact(int contact) {
        int first = state.contacts.passOver(contact);
        for (int other = first; other != NONE; other = state.passOvers.nextOfContact(other)) {
            first = state.deadlines.isBefore(KIND, other, first) ? other : first;
        }
        return first;
    }

    private void endEarly(int passOver) {
        endedEarly[endedEarlyCount++] = state.passOvers.contact[passOver];
        state.deadlines.clear(KIND, passOver);
        state.passOvers.remove(passOver);
    }

    /// Its time is up, and its deadline is gone.
    void end(int passOver) {
        int contact = state.passOvers.contact[passOver];
        state.passOvers.remove(passOver);
        matcher.placeContact(contact);
    }

    /// Behind each command, and each deadline of a tick: those whose pass-over ended early look for an agent.
    void placeEndedEarly() {
        for (int i = 0; i < endedEarlyCount; i++) {
            matcher.placeContact(endedEarly[i]);
        }
        endedEarlyCount = 0;
    }
}
