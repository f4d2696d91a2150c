package org.kezheng.reference;

import org.kezheng.acd.engine.AgentId;

/// An agent who is not offered a contact for a while.
final class PassOver extends Timed {
    final Contact contact;
    final AgentId agent;

    PassOver(Contact contact, AgentId agent) {
        this.contact = contact;
        this.agent = agent;
    }
}
