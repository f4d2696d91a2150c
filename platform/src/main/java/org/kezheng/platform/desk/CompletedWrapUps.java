package org.kezheng.platform.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;

/// The last wrap-up that each agent completed, by which a request that comes twice is known.
public final class CompletedWrapUps {
    private final Map<AgentId, ContactId> lastOf = new ConcurrentHashMap<>();

    /// Takes a record in, in journal order.
    public void accept(JournalRecord record) {
        for (Event event : record.events()) {
            if (event instanceof Event.WrapUpEnded(var agent, var contact, var disposition)
                    && !disposition.equals(DispositionCode.NONE)) {
                lastOf.put(agent, contact);
            }
        }
    }

    boolean isLast(AgentId agent, ContactId contact) {
        return contact.equals(lastOf.get(agent));
    }
}
