package org.kezheng.platform.directory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A site's definition as it stands in a file. Times are in seconds.
///
/// @param ownNumbers access numbers that the register of own numbers begins with
/// @param outbound calls to the outside; absent: there are none
/// @param accessNumbers numbers whose callers are led through a flow; absent: none
public record Definition(
        long version,
        List<ClientEntry> clients,
        List<SkillEntry> skills,
        List<QueueEntry> queues,
        List<AgentEntry> agents,
        List<Reason> reasons,
        List<Disposition> dispositions,
        List<String> ownNumbers,
        @Nullable Outbound outbound,
        @Nullable List<AccessNumber> accessNumbers) {
    public Definition {
        clients = all(clients, "clients");
        skills = all(skills, "skills");
        queues = all(queues, "queues");
        agents = all(agents, "agents");
        reasons = all(reasons, "reasons");
        dispositions = all(dispositions, "dispositions");
        ownNumbers = all(ownNumbers, "ownNumbers");
        accessNumbers = accessNumbers == null ? List.of() : List.copyOf(accessNumbers);
    }

    /// A site without calls to the outside.
    public Definition(
            long version,
            List<ClientEntry> clients,
            List<SkillEntry> skills,
            List<QueueEntry> queues,
            List<AgentEntry> agents,
            List<Reason> reasons,
            List<Disposition> dispositions,
            List<String> ownNumbers) {
        this(version, clients, skills, queues, agents, reasons, dispositions, ownNumbers, null, null);
    }

    /// The same under another version, with other agents.
    public Definition with(long otherVersion, List<AgentEntry> otherAgents) {
        return new Definition(
                otherVersion,
                clients,
                skills,
                queues,
                otherAgents,
                reasons,
                dispositions,
                ownNumbers,
                outbound,
                accessNumbers);
    }

    /// What agents of a client may lend callers to.
    public List<SelfService> selfServicesOf(int client) {
        return clients.stream()
                .filter(entry -> entry.id() == client)
                .map(ClientEntry::selfServices)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of());
    }

    /// Calls to the outside.
    ///
    /// @param enabled whether clients may have any at all; each client's own switch is off until two people turn
    ///     it
    /// @param trunks in the order in which they are tried; absent: the PBX's own trunk
    public record Outbound(boolean enabled, @Nullable List<TrunkEntry> trunks) {
        public Outbound {
            trunks = trunks == null ? List.of() : List.copyOf(trunks);
            if (trunks.size() > MOST_TRUNKS
                    || trunks.stream().map(TrunkEntry::code).distinct().count() < trunks.size()
                    || trunks.stream().filter(TrunkEntry::inbound).count() > 1) {
                throw new IllegalArgumentException("\"outbound.trunks\" are at most " + MOST_TRUNKS
                        + ", each with a code of its own, and callers come by one at most");
            }
        }

        private static final int MOST_TRUNKS = 9;
    }

    /// A trunk towards a carrier.
    ///
    /// @param address `host:port` of the carrier's SIP socket; absent: where the PBX's own trunk leads
    /// @param capacity calls at the same time; 0 or absent: nothing is known of a limit
    /// @param callsPerMinute calls that may be begun within any minute; 0 or absent: nothing is known of a limit
    /// @param inbound whether callers come by it too, and take its lines
    public record TrunkEntry(String code, @Nullable String address, int capacity, int callsPerMinute, boolean inbound) {
        private static final int MOST = 100_000;

        public TrunkEntry {
            if (code == null || !code.matches("[a-z0-9-]{1,20}")) {
                throw new IllegalArgumentException("\"outbound.trunks.code\": 1 to 20 of a-z, 0-9 and -");
            }
            if (capacity < 0 || capacity > MOST || callsPerMinute < 0 || callsPerMinute > MOST) {
                throw new IllegalArgumentException(
                        "\"outbound.trunks." + code + "\": capacity and callsPerMinute are 0 to " + MOST);
            }
        }
    }

    /// A number whose callers are led through a flow; it may be a queue's number or one of its own.
    ///
    /// @param flow the flow's code: `flows/CODE.json` in the data directory
    /// @param queue where callers go when the flow cannot be played
    public record AccessNumber(String number, int client, String flow, String queue) {}

    /// A client (委托方).
    ///
    /// @param nuisance what becomes of callers whose numbers are marked as a nuisance: `end`, they are told
    ///     so and the call ends; absent or `flow`: the flow decides
    /// @param selfServices what agents may lend callers to; absent: nothing
    public record ClientEntry(
            int id,
            String code,
            String zh,
            String en,
            @Nullable String nuisance,
            @Nullable List<SelfService> selfServices) {
        public ClientEntry {
            selfServices = selfServices == null ? List.of() : List.copyOf(selfServices);
        }

        /// A client whose flows decide, and whose agents do all themselves.
        public ClientEntry(int id, String code, String zh, String en) {
            this(id, code, zh, en, null, null);
        }
    }

    /// Self-service (自助服务) to which an agent lends a caller for a while.
    ///
    /// @param flow the flow's code: `flows/CODE.json` in the data directory
    public record SelfService(String flow, String zh, String en) {}

    /// A skill.
    public record SkillEntry(int id, String code) {}

    /// A skill at a level from 1 to 10: required by a queue, or had by an agent.
    public record Level(int skill, int level) {}

    /// A queue and the number by which callers reach it.
    ///
    /// @param test whether it is the platform's own, for calls by which it tries itself; these never count
    /// @param routing absent: one ring, longest idle, no priority
    public record QueueEntry(
            int id,
            String code,
            String zh,
            String en,
            String number,
            int client,
            List<Level> requirements,
            Times times,
            boolean test,
            @Nullable Routing routing) {
        public QueueEntry {
            requirements = all(requirements, "requirements");
        }

        /// A queue of one ring, longest idle first, without priority.
        public QueueEntry(
                int id,
                String code,
                String zh,
                String en,
                String number,
                int client,
                List<Level> requirements,
                Times times,
                boolean test) {
            this(id, code, zh, en, number, client, requirements, times, test, null);
        }
    }

    /// How a queue's calls find agents beyond its requirements.
    ///
    /// @param priority added to each call's own; 0 to 100
    /// @param laterRings requirements that replace the queue's after some waiting, by ascending time; at most
    ///     three
    /// @param choice `longest-idle`, `best-match` or `least-overqualified`; absent: longest idle
    /// @param missed `not-ready` or `passed-over`: what becomes of an agent who misses an offer; absent: not ready
    public record Routing(
            int priority,
            List<LaterRing> laterRings,
            @Nullable String choice,
            @Nullable String missed) {
        public Routing {
            laterRings = all(laterRings, "laterRings");
        }
    }

    /// A ring that begins after so many seconds of waiting.
    public record LaterRing(long after, List<Level> requirements) {
        public LaterRing {
            requirements = all(requirements, "requirements");
        }
    }

    /// A queue's times, in seconds.
    public record Times(long offerTimeout, long wrapUpLimit, long maxWait, long declinePassOver) {}

    /// An agent; the id is the account's.
    public record AgentEntry(int id, List<Level> skills) {
        public AgentEntry {
            skills = all(skills, "skills");
        }
    }

    /// Why an agent is not ready; only selectable ones can be chosen by agents.
    public record Reason(String code, String zh, String en, boolean selectable) {}

    /// What came of a call; `key` is the digit that chooses it.
    public record Disposition(String code, int key, String zh, String en) {}

    private static <T> List<T> all(@Nullable List<T> list, String name) {
        if (list == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return List.copyOf(list);
    }
}
