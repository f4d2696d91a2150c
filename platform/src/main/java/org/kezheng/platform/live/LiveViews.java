package org.kezheng.platform.live;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;

/// Turns the read model into what desks are shown: ids become codes and users, parties are masked.
final class LiveViews {
    private final Directory directory;
    private final Parties parties;
    private final IntFunction<String> deviceKind;
    private final Clock clock;
    private final ZoneId zone;

    LiveViews(Directory directory, Parties parties, IntFunction<String> deviceKind, Clock clock, ZoneId zone) {
        this.directory = directory;
        this.parties = parties;
        this.deviceKind = deviceKind;
        this.clock = clock;
        this.zone = zone;
    }

    AgentView agent(LiveAgent agent, LiveModel model) {
        LiveContact contact = model.contact(agent.contact).orElse(null);
        return new AgentView(
                directory.agentUser(agent.id),
                directory.displayName(agent.id),
                word(agent.state),
                agent.state == AgentState.NOT_READY ? agent.reason : null,
                agent.next == null ? null : word(agent.next),
                agent.since,
                contact == null ? null : deadline(agent, contact),
                agent.contact == 0 ? null : Long.toString(agent.contact),
                contact != null && contact.isHeld,
                new AgentView.Device(deviceKind.apply(agent.id)),
                agent.today(today()));
    }

    ContactView contact(LiveContact contact) {
        return new ContactView(
                Long.toString(contact.id),
                directory.queueCode(contact.queue),
                contact.stage.word,
                contact.arrivedAt,
                contact.since,
                contact.agent == 0 ? null : directory.agentUser(contact.agent),
                contact.offer == 0 ? null : Long.toString(contact.offer),
                parties.of(contact.id).orElse(null));
    }

    QueueView queue(Definition.QueueEntry entry, LiveModel model) {
        LiveQueue queue = model.queue(entry.id());
        LiveQueue.Figures figures = queue.figures(today());
        return new QueueView(
                entry.code(),
                queue.waiting.size(),
                queue.waiting.isEmpty() ? null : queue.waiting.firstEntry().getValue().arrivedAt,
                figures.offered(),
                figures.answered(),
                figures.abandoned(),
                agentsByState(entry, model));
    }

    /// The queues that people call: the platform's own calls are shown on no desk.
    List<Definition.QueueEntry> queues() {
        return directory.definition().queues().stream()
                .filter(queue -> !queue.test())
                .toList();
    }

    boolean isShown(LiveAgent agent) {
        return !directory.isTestAgent(agent.id);
    }

    boolean isShown(LiveContact contact) {
        return !directory.isTest(new QueueId(contact.queue));
    }

    private Map<String, Integer> agentsByState(Definition.QueueEntry entry, LiveModel model) {
        Map<String, Integer> counts = new TreeMap<>();
        for (AgentState state : AgentState.values()) {
            if (state != AgentState.SIGNED_OUT) {
                counts.put(word(state), 0);
            }
        }
        for (int id : directory.agentsServing(entry)) {
            model.agent(id)
                    .filter(agent -> agent.state != AgentState.SIGNED_OUT)
                    .ifPresent(agent -> counts.merge(word(agent.state), 1, Integer::sum));
        }
        return counts;
    }

    private @Nullable Instant deadline(LiveAgent agent, LiveContact contact) {
        Definition.@Nullable QueueEntry queue = queues().stream()
                .filter(entry -> entry.id() == contact.queue)
                .findFirst()
                .orElse(null);
        if (queue == null) {
            return null;
        }
        return switch (agent.state) {
            case RINGING -> agent.since.plusSeconds(queue.times().offerTimeout());
            case WRAP_UP -> agent.since.plusSeconds(queue.times().wrapUpLimit());
            case SIGNED_OUT, NOT_READY, READY, TALKING -> null;
        };
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    static String word(AgentState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
