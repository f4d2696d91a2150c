package org.kezheng.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.ConfigurationProblem.Kind;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.MoveCause;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueRetirement;
import org.kezheng.acd.engine.Refusal;

/// Puts configurations in force. What is wrong with one in itself is not looked for: only such as are right in
/// themselves may be given. What makes one wrong just now is found.
final class Configuring {
    private final Site site;
    private final ContactChanges contacts;
    private final Matching matching;

    Configuring(Site site, ContactChanges contacts, Matching matching) {
        this.site = site;
        this.contacts = contacts;
        this.matching = matching;
    }

    void configure(Configuration configuration) {
        if (site.configuration.equals(Optional.of(configuration))) {
            return;
        }
        List<ConfigurationProblem> problems = problems(configuration);
        if (problems.isEmpty()) {
            putInForce(configuration);
            return;
        }
        problems.forEach(problem -> site.tell(new Event.ConfigurationProblemFound(problem)));
        site.refuse(refusal(problems.getFirst().kind()));
    }

    private static Refusal refusal(Kind kind) {
        return switch (kind) {
            case NOT_NEWER -> Refusal.CONFIGURATION_NOT_NEWER;
            case QUEUE_IN_USE -> Refusal.QUEUE_IN_USE;
            default -> Refusal.AGENT_IN_USE;
        };
    }

    private List<ConfigurationProblem> problems(Configuration configuration) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        site.configuration
                .filter(present -> configuration.version() <= present.version())
                .ifPresent(present -> problems.add(
                        new ConfigurationProblem(Kind.NOT_NEWER, configuration.version(), present.version())));
        site.queues()
                .filter(queue ->
                        site.contacts.values().stream().anyMatch(contact -> contact.queue.equals(queue.queue())))
                .filter(queue -> isLost(queue, configuration))
                .mapToInt(queue -> queue.queue().value())
                .sorted()
                .forEach(queue -> problems.add(new ConfigurationProblem(Kind.QUEUE_IN_USE, queue, 0)));
        site.agents.values().stream()
                .filter(agent -> agent.state != AgentState.SIGNED_OUT)
                .filter(agent -> configuration.agents().stream()
                        .noneMatch(kept -> kept.agent().equals(agent.id())))
                .forEach(agent -> problems.add(
                        new ConfigurationProblem(Kind.AGENT_IN_USE, agent.id().value(), 0)));
        return problems;
    }

    private static boolean isLost(QueueDefinition queue, Configuration configuration) {
        return configuration.queues().stream()
                .filter(kept -> kept.queue().equals(queue.queue()))
                .findFirst()
                .map(kept -> !kept.client().equals(queue.client()) || kept.channel() != queue.channel())
                .orElseGet(() -> configuration.retirements().stream()
                        .noneMatch(retirement -> retirement.retired().equals(queue.queue())));
    }

    private void putInForce(Configuration configuration) {
        site.configuration = Optional.of(configuration);
        changeAgents(configuration);
        site.figures.keySet().removeIf(queue -> site.findQueue(queue).isEmpty());
        site.tell(new Event.ConfigurationApplied(configuration.version()));
        site.contacts.values().forEach(contact -> contact.stands = false);
        site.contacts.values().stream()
                .sorted(Comparator.comparingLong(contact -> contact.place))
                .forEach(contact -> goOn(contact, configuration));
        matching.postponeAll();
    }

    private void changeAgents(Configuration configuration) {
        site.agents
                .values()
                .removeIf(agent -> configuration.agents().stream()
                        .noneMatch(kept -> kept.agent().equals(agent.id())));
        for (AgentDefinition definition : configuration.agents()) {
            site.agents.computeIfAbsent(definition.agent().value(), id -> new Agent(definition)).definition =
                    definition;
        }
        site.agents.values().forEach(agent -> agent.isUnlooked = false);
        site.passOvers.removeIf(pass -> site.findAgent(pass.agent).isEmpty());
        for (Contact contact : site.contacts.values()) {
            if (contact.wish.isPresent()
                    && contact.wishAgent.flatMap(site::findAgent).isEmpty()) {
                contact.endWish();
            }
        }
    }

    private void goOn(Contact contact, Configuration configuration) {
        if (site.findQueue(contact.queue).isEmpty()) {
            QueueId successor = configuration.retirements().stream()
                    .filter(retirement -> retirement.retired().equals(contact.queue))
                    .map(QueueRetirement::successor)
                    .findFirst()
                    .orElseThrow();
            site.tell(new Event.ContactMoved(contact.id, contact.queue, successor, MoveCause.QUEUE_RETIRED));
            contacts.enterQueue(contact, successor);
            contact.predicted = Contact.UNKNOWN;
        }
        if (contact.isWaiting()) {
            contacts.enterWaiting(contact);
        }
    }
}
