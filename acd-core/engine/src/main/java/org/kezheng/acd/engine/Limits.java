package org.kezheng.acd.engine;

/// The bounds of an engine. They are part of what decides, so a journal is replayed under the limits it was
/// written under, and its segments carry them.
///
/// @param contacts waiting, ringing and talking contacts at one time
/// @param agents configured agents
/// @param queues configured queues
/// @param passOvers declines remembered at one time; beyond them the one that would end first ends early
/// @param effects effects that wait for their acknowledgement
/// @param endedContacts ended contacts remembered, so that a late word about one is told from an unknown one
/// @param deadlinesPerTick deadlines that one tick serves; the rest is left to the next, so no tick is a long
///     stall
/// @param talkLeaseMicros how long a talk lasts without renewal
public record Limits(
        int contacts,
        int agents,
        int queues,
        int passOvers,
        int effects,
        int endedContacts,
        int deadlinesPerTick,
        long talkLeaseMicros) {
    private static final int MOST = 1 << 20;
    private static final long MICROS_PER_HOUR = 3_600_000_000L;

    public Limits {
        Checks.within(contacts, 1, MOST, "The limit of contacts");
        Checks.within(agents, 1, MOST, "The limit of agents");
        Checks.within(queues, 1, MOST, "The limit of queues");
        Checks.within(passOvers, 1, MOST, "The limit of pass-overs");
        Checks.within(effects, 3, MOST, "The limit of effects");
        Checks.within(endedContacts, 1, MOST, "The limit of ended contacts");
        Checks.within(deadlinesPerTick, 1, MOST, "The limit of deadlines per tick");
        Checks.within(talkLeaseMicros, 1, 24 * 366 * MICROS_PER_HOUR, "The talk lease");
    }

    /// For a site of up to a thousand agents: 10,000 contacts, a talk lease of 4 hours.
    public static Limits standard() {
        return new Limits(10_000, 2_000, 500, 10_000, 40_000, 16_384, 64, 4 * MICROS_PER_HOUR);
    }
}
