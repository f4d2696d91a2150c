package org.kezheng.reference;

import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ContactId;

/// A wrap-up that goes on.
final class WrapUp extends Timed {
    final AgentId agent;
    final ContactId contact;
    final Channel channel;
    final long extensionMicros;
    int extensionsLeft;

    WrapUp(AgentId agent, ContactId contact, Channel channel, long extensionMicros, int extensionsLeft) {
        this.agent = agent;
        this.contact = contact;
        this.channel = channel;
        this.extensionMicros = extensionMicros;
        this.extensionsLeft = extensionsLeft;
    }
}
