package org.kezheng.platform.live;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that a desk sees when it begins.
final class Snapshots {
    private final LiveViews views;
    private final Clock clock;

    Snapshots(LiveViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /// @param own the agent that the desk's person is, or would be
    LiveFrame of(LiveConnection connection, LiveModel model, LiveAgent own, @Nullable EmergencyNotice emergency) {
        List<QueueView> queues = views.queues().stream()
                .filter(queue -> connection.isOfClient(queue.client()))
                .map(queue -> views.queue(queue, model))
                .toList();
        List<AgentView> agents = model.agents().stream()
                .filter(agent -> views.isShown(agent) && (connection.seesAll() || connection.isAgent(agent.id)))
                .map(agent -> views.agent(agent, model))
                .toList();
        List<ContactView> contacts = model.contacts().stream()
                .filter(contact -> views.sees(connection, contact))
                .map(contact -> views.contact(contact, LiveViews.Reader.of(connection)))
                .toList();
        AgentView me = connection.isAgent(own.id) ? views.agent(own, model) : null;
        ContactView call = Optional.ofNullable(me)
                .flatMap(self -> contacts.stream()
                        .filter(contact -> self.agent().equals(contact.agent()))
                        .findFirst())
                .orElse(null);
        return new LiveFrame.Snapshot(clock.instant(), me, call, queues, agents, contacts, emergency);
    }
}
