package org.kezheng.acd.engine.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.EngineView;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.Ring;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;

/// Who matches whom, straight from the configuration.
final class Matches {
    private final Configuration configuration;
    private final Map<Integer, AgentDefinition> agents = new HashMap<>();
    private final Map<Integer, QueueDefinition> queues = new HashMap<>();

    Matches(Configuration configuration) {
        this.configuration = configuration;
        configuration.agents().forEach(agent -> agents.put(agent.agent().value(), agent));
        configuration.queues().forEach(queue -> queues.put(queue.queue().value(), queue));
    }

    long version() {
        return configuration.version();
    }

    /// Channels as bits.
    int freeChannels(EngineView.Agent agent) {
        boolean isOpen = agent.state() == AgentState.READY
                || agent.state() == AgentState.TALKING
                || agent.state() == AgentState.WRAP_UP;
        if (!isOpen || agent.next() != AgentState.READY) {
            return 0;
        }
        int free = 0;
        for (Channel channel : Channel.values()) {
            boolean hasRoom = agent.loads().get(channel.ordinal()) < capacity(agent, channel);
            free |= hasRoom && !isShut(channel, agent.loads()) ? 1 << channel.ordinal() : 0;
        }
        return free;
    }

    private int capacity(EngineView.Agent agent, Channel channel) {
        return Objects.requireNonNull(agents.get(agent.agent())).capacity().of(channel);
    }

    private boolean isShut(Channel channel, List<Integer> loads) {
        return configuration.rules().blockings().stream()
                .anyMatch(blocking -> blocking.blocked() == channel
                        && loads.get(blocking.busy().ordinal()) > 0);
    }

    boolean match(EngineView.Contact contact, EngineView.Agent agent, int free) {
        if (((free >>> contact.kind().channel().ordinal()) & 1) == 0
                || contact.passedOver().stream().anyMatch(pass -> pass.agent() == agent.agent())) {
            return false;
        }
        if (contact.wishAgent() != 0) {
            return contact.wishAgent() == agent.agent();
        }
        AgentDefinition definition = Objects.requireNonNull(agents.get(agent.agent()));
        List<Ring> rings = Objects.requireNonNull(queues.get(contact.queue())).rings();
        return rings.subList(0, contact.ring()).stream().anyMatch(ring -> meets(definition, ring));
    }

    private static boolean meets(AgentDefinition agent, Ring ring) {
        for (SkillRequirement required : ring.requirements()) {
            boolean has = false;
            for (SkillLevel level : agent.skills()) {
                has |= level.skill().equals(required.skill()) && level.level() >= required.minimumLevel();
            }
            if (!has) {
                return false;
            }
        }
        return true;
    }

    /// Whether an offer, as things stand behind its command, keeps within the capacity, unless it is over already.
    boolean isWithinCapacity(Books.MadeOffer offer, EngineView view) {
        for (EngineView.Contact contact : view.contacts()) {
            if (contact.contact() == offer.contact() && contact.agent() == offer.agent()) {
                for (EngineView.Agent agent : view.agents()) {
                    if (agent.agent() == offer.agent()) {
                        Channel channel = contact.kind().channel();
                        return agent.loads().get(channel.ordinal()) <= capacity(agent, channel)
                                && !isShut(channel, agent.loads());
                    }
                }
            }
        }
        return true;
    }
}
