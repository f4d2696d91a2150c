package org.kezheng.acd.engine;

/// The bounds of an engine. They are part of what decides, so a journal is replayed under the limits it was
/// written under, and its segments carry them.
///
/// @param contacts contacts that wait, ring, talk or are wrapped up at one time
/// @param agents configured agents
/// @param skills configured skills
/// @param queues configured queues
/// @param memberships pairs of an agent and a requirement that the agent meets
/// @param passOvers declines remembered at one time; beyond them the one that would end first ends early
/// @param passOversPerAgent of them for one agent, and `passOversPerContact` for one contact: beyond them the one
///     that would end first ends early, so that no choice looks at more
/// @param reservedPerAgent contacts that wait for one agent at a time; beyond them a wish counts as free for anyone
/// @param keptPlaces places kept for callers who dropped; beyond them the oldest is forgotten
/// @param effects effects that wait for their acknowledgement
/// @param endedContacts ended contacts remembered, so that a late word about one is told from an unknown one
/// @param workPerTick units of work in one command or tick that serves what has become due: a deadline, or an agent
///     looked at after much has changed at once. The rest is left to the next tick, so none is a long stall
/// @param talkLeaseMicros how long a talk lasts without renewal
public record Limits(
        int contacts,
        int agents,
        int skills,
        int queues,
        int memberships,
        int passOvers,
        int passOversPerAgent,
        int passOversPerContact,
        int reservedPerAgent,
        int keptPlaces,
        int effects,
        int endedContacts,
        int workPerTick,
        long talkLeaseMicros) {
    private static final int MOST = 1 << 21;
    private static final int MOST_MEMBERSHIPS = 1 << 25;
    private static final long MICROS_PER_HOUR = 3_600_000_000L;

    public Limits {
        Checks.within(contacts, 1, MOST, "The limit of contacts");
        Checks.within(agents, 1, MOST, "The limit of agents");
        Checks.within(skills, 1, MOST, "The limit of skills");
        Checks.within(queues, 1, MOST, "The limit of queues");
        Checks.within(memberships, 1, MOST_MEMBERSHIPS, "The limit of memberships");
        Checks.within(passOvers, 1, MOST, "The limit of pass-overs");
        Checks.within(passOversPerAgent, 1, MOST, "The limit of pass-overs per agent");
        Checks.within(passOversPerContact, 1, MOST, "The limit of pass-overs per contact");
        Checks.within(reservedPerAgent, 1, MOST, "The limit of contacts reserved per agent");
        Checks.within(keptPlaces, 1, MOST, "The limit of kept places");
        Checks.within(effects, 3, 2 * MOST, "The limit of effects");
        Checks.within(endedContacts, 1, MOST, "The limit of ended contacts");
        Checks.within(workPerTick, 1, MOST, "The limit of work per tick");
        Checks.within(talkLeaseMicros, 1, 24 * 366 * MICROS_PER_HOUR, "The talk lease");
    }

    /// For a site of up to a thousand agents: 10,000 contacts, a talk lease of 4 hours.
    public static Limits standard() {
        return sized(10_000, 2_000);
    }

    /// The proportions of [#standard()] for another number of contacts and agents.
    public static Limits sized(int contacts, int agents) {
        return new Limits(
                contacts,
                agents,
                2_000,
                2_000,
                Math.min(MOST_MEMBERSHIPS, 400 * agents),
                10_000,
                32,
                32,
                64,
                10_000,
                4 * contacts < 2 * MOST ? 4 * contacts : 2 * MOST,
                16_384,
                64,
                4 * MICROS_PER_HOUR);
    }
}
