package org.kezheng.reference;

import java.util.ArrayList;
import java.util.List;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Ring;

/// A configured agent.
final class Agent {
    AgentDefinition definition;
    AgentState state = AgentState.SIGNED_OUT;
    ReasonCode reason = ReasonCode.NONE;
    AgentState next = AgentState.READY;
    ReasonCode nextReason = ReasonCode.NONE;
    long idleNumber;
    int declines;
    /// Still to be looked at, and not in the choice of contacts.
    boolean isUnlooked;
    /// In the order in which they were answered.
    final List<Contact> talks = new ArrayList<>();

    Agent(AgentDefinition definition) {
        this.definition = definition;
    }

    AgentId id() {
        return definition.agent();
    }

    boolean isSignedOutOrWillBe() {
        return state == AgentState.SIGNED_OUT || next == AgentState.SIGNED_OUT;
    }

    boolean meets(Ring ring) {
        return ring.requirements().stream()
                .allMatch(required -> definition.skills().stream()
                        .anyMatch(
                                has -> has.skill().equals(required.skill()) && has.level() >= required.minimumLevel()));
    }
}
