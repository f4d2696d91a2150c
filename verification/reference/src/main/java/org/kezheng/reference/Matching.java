package org.kezheng.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.AgentChoice;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.Ring;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;

/// Brings contacts and agents together.
final class Matching {
    private final Site site;
    private final AgentChanges agents;
    private final ContactChanges contacts;

    Matching(Site site, AgentChanges agents, ContactChanges contacts) {
        this.site = site;
        this.agents = agents;
        this.contacts = contacts;
    }

    /// A contact looks for an agent.
    void placeContact(Contact contact) {
        if (!contact.isWaiting() || !site.contacts.containsValue(contact)) {
            return;
        }
        if (contact.wish.isPresent()) {
            contact.wishAgent
                    .flatMap(site::findAgent)
                    .filter(agent -> isThere(agent, contact) && !site.isPassedOver(contact, agent.id()))
                    .ifPresent(agent -> offer(contact, agent, contact.wish.orElseThrow(), 0));
            return;
        }
        QueueDefinition queue = site.queueOf(contact);
        for (int ring = 1; ring <= contact.ring; ring++) {
            Optional<Agent> chosen = choose(contact, queue, queue.rings().get(ring - 1));
            if (chosen.isPresent()) {
                offer(contact, chosen.get(), ruleOf(queue.policy().choice()), ring);
                return;
            }
        }
    }

    private Optional<Agent> choose(Contact contact, QueueDefinition queue, Ring ring) {
        AgentChoice choice = queue.policy().choice();
        return site.agents.values().stream()
                .filter(agent -> agent.meets(ring))
                .filter(agent -> isThere(agent, contact) && !site.isPassedOver(contact, agent.id()))
                .min(Comparator.<Agent>comparingInt(agent -> rank(agent, ring, choice))
                        .thenComparingLong(agent -> agent.idleNumber));
    }

    /// The smaller, the better.
    private static int rank(Agent agent, Ring ring, AgentChoice choice) {
        List<SkillLevel> has = agent.definition.skills();
        return switch (choice) {
            case LONGEST_IDLE -> 0;
            case BEST_MATCH ->
                -has.stream()
                        .filter(level -> ring.requirements().stream()
                                .anyMatch(required -> required.skill().equals(level.skill())))
                        .mapToInt(SkillLevel::level)
                        .min()
                        .orElse(0);
            case LEAST_OVERQUALIFIED ->
                has.stream().mapToInt(SkillLevel::level).sum()
                        - ring.requirements().stream()
                                .mapToInt(SkillRequirement::minimumLevel)
                                .sum();
        };
    }

    private static RuleId ruleOf(AgentChoice choice) {
        return switch (choice) {
            case LONGEST_IDLE -> RuleId.LONGEST_IDLE;
            case BEST_MATCH -> RuleId.BEST_MATCH;
            case LEAST_OVERQUALIFIED -> RuleId.LEAST_OVERQUALIFIED;
        };
    }

    /// Free for the contact, and not still to be looked at.
    boolean isThere(Agent agent, Contact contact) {
        return agents.isFree(agent, contact.kind.channel()) && !agent.isUnlooked;
    }

    /// An agent looks for a contact.
    void placeAgent(Agent agent) {
        if (!agents.isFree(agent) || agent.isUnlooked) {
            return;
        }
        if (site.isStarved) {
            agent.isUnlooked = true;
            return;
        }
        site.contacts.values().stream()
                .filter(contact -> contact.stands && agents.isFree(agent, contact.kind.channel()))
                .filter(contact -> !site.isPassedOver(contact, agent.id()))
                .filter(contact -> ringFor(contact, agent).isPresent())
                .min(Comparator.comparingLong(site::keyOf).thenComparingLong(contact -> contact.place))
                .ifPresent(contact -> offer(
                        contact,
                        agent,
                        contact.wish.orElse(RuleId.FIRST_WAITING),
                        ringFor(contact, agent).orElseThrow()));
    }

    /// The first applied ring that the agent meets; 0 for a wish for the agent.
    private Optional<Integer> ringFor(Contact contact, Agent agent) {
        if (contact.wish.isPresent()) {
            return contact.isFor(agent.id()) ? Optional.of(0) : Optional.empty();
        }
        List<Ring> rings = site.queueOf(contact).rings();
        for (int ring = 1; ring <= contact.ring; ring++) {
            if (agent.meets(rings.get(ring - 1))) {
                return Optional.of(ring);
            }
        }
        return Optional.empty();
    }

    /// Offers a waiting contact, or finds that there is no room to ask for it.
    void offer(Contact contact, Agent agent, RuleId rule, int ring) {
        if (site.hasRoomForEffect()) {
            contacts.leaveWaiting(contact);
            contacts.offer(contact, agent, rule, ring);
        } else {
            site.isStarved = true;
            postponeAll();
        }
    }

    /// All free agents are to be looked at.
    void postponeAll() {
        site.agents.values().forEach(agent -> agent.isUnlooked |= agents.isFree(agent));
    }

    /// Looks at agents who are to be looked at, as many as may be. Returns how many.
    int look(int most) {
        if (site.isStarved && site.hasRoomForEffect()) {
            site.isStarved = false;
        }
        int looked = 0;
        while (looked < most && !site.isStarved) {
            Optional<Agent> next = site.agents.values().stream()
                    .filter(agent -> agent.isUnlooked)
                    .min(Comparator.comparingLong(agent -> agent.idleNumber));
            if (next.isEmpty()) {
                break;
            }
            next.get().isUnlooked = false;
            placeAgent(next.get());
            looked++;
        }
        return looked;
    }
}
