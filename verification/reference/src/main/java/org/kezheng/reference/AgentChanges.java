package org.kezheng.reference;

import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Ring;
import org.kezheng.acd.engine.RoutingRules;

/// How agents go from state to state.
final class AgentChanges {
    private final Site site;

    AgentChanges(Site site) {
        this.site = site;
    }

    boolean isFree(Agent agent, Channel channel) {
        boolean isOpen = agent.state == AgentState.READY
                || agent.state == AgentState.TALKING
                || agent.state == AgentState.WRAP_UP;
        return isOpen && agent.next == AgentState.READY && hasRoom(agent, channel);
    }

    /// Whether capacity and blocking allow one more, whatever the agent's state.
    boolean hasRoom(Agent agent, Channel channel) {
        RoutingRules rules = site.configuration.orElseThrow().rules();
        return site.load(agent.id(), channel) < agent.definition.capacity().of(channel)
                && rules.blockings().stream()
                        .noneMatch(blocking ->
                                blocking.blocked() == channel && site.load(agent.id(), blocking.busy()) > 0);
    }

    boolean isFree(Agent agent) {
        for (Channel channel : Channel.values()) {
            if (isFree(agent, channel)) {
                return true;
            }
        }
        return false;
    }

    /// The state that follows from what the agent handles.
    void refresh(Agent agent) {
        Optional<Contact> ringing = site.ringingAt(agent.id());
        List<WrapUp> wrapUps = site.wrapUpsOf(agent.id());
        if (ringing.isPresent()) {
            handle(agent, AgentState.RINGING, ringing.get().id.value());
        } else if (!agent.talks.isEmpty()) {
            handle(agent, AgentState.TALKING, agent.talks.getLast().id.value());
        } else if (!wrapUps.isEmpty()) {
            handle(agent, AgentState.WRAP_UP, wrapUps.getLast().contact.value());
        } else {
            AgentState next = agent.next;
            ReasonCode reason = agent.nextReason;
            forgetNext(agent);
            become(agent, next, reason, 0);
        }
    }

    private void handle(Agent agent, AgentState state, long contact) {
        if (agent.state == state) {
            forgetLook(agent);
        } else {
            become(agent, state, ReasonCode.NONE, contact);
        }
    }

    void forgetNext(Agent agent) {
        agent.next = AgentState.READY;
        agent.nextReason = ReasonCode.NONE;
    }

    void become(Agent agent, AgentState state, ReasonCode reason, long contact) {
        AgentState from = agent.state;
        if (state == AgentState.READY && from != AgentState.RINGING) {
            beginIdle(agent);
        }
        agent.state = state;
        agent.reason = reason;
        site.tell(new Event.AgentStateChanged(agent.id(), from, state, reason, contact));
        forgetLook(agent);
    }

    void beginIdle(Agent agent) {
        agent.idleNumber = ++site.idles;
    }

    /// Only who is free is to be looked at.
    private void forgetLook(Agent agent) {
        agent.isUnlooked &= isFree(agent);
    }

    /// Not ready, whatever was chosen; who still handles something, afterwards.
    void stop(Agent agent, ReasonCode reason) {
        if (site.isHandling(agent.id())) {
            chooseNext(agent, AgentState.NOT_READY, reason);
            refresh(agent);
        } else {
            forgetNext(agent);
            become(agent, AgentState.NOT_READY, reason, 0);
        }
    }

    void chooseNext(Agent agent, AgentState next, ReasonCode reason) {
        if (agent.next != next || !agent.nextReason.equals(reason)) {
            agent.next = next;
            agent.nextReason = reason;
            site.tell(new Event.NextStateChosen(agent.id(), next, reason));
            forgetLook(agent);
        }
    }

    void endWrapUp(WrapUp wrapUp, DispositionCode disposition) {
        site.tell(new Event.WrapUpEnded(wrapUp.agent, wrapUp.contact, disposition));
        site.wrapUps.remove(wrapUp);
    }

    boolean isRest(ReasonCode reason) {
        return site.configuration.orElseThrow().rules().restReasons().contains(reason);
    }

    boolean rests(Agent agent) {
        return agent.state == AgentState.NOT_READY
                ? isRest(agent.reason)
                : agent.next == AgentState.NOT_READY && isRest(agent.nextReason);
    }

    /// Whether in each queue that the agent serves first one more may rest.
    boolean mayRest(Agent agent) {
        return site.queues()
                .filter(queue -> queue.bounds().maxResting() > 0)
                .filter(queue -> agent.meets(queue.rings().getFirst()))
                .allMatch(queue ->
                        resting(queue.rings().getFirst()) < queue.bounds().maxResting());
    }

    private long resting(Ring ring) {
        return site.agents.values().stream()
                .filter(agent -> agent.meets(ring) && rests(agent))
                .count();
    }
}
