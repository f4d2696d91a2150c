package org.kezheng.platform.callflow;

import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;

/// An offer that rings or has become a talk.
record Offer(ContactId contact, AgentId agent, boolean isAnswered) {
    Offer answered() {
        return new Offer(contact, agent, true);
    }
}
