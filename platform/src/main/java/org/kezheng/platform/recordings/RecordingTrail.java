package org.kezheng.platform.recordings;

import java.util.Map;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.access.Role;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;

/// What the audit ledger is told when a recording is listed. Joins the caller's transaction.
final class RecordingTrail {
    private final AuditLedger ledger;
    private final Directory directory;

    RecordingTrail(AuditLedger ledger, Directory directory) {
        this.ledger = ledger;
        this.directory = directory;
    }

    void stored(Recording recording) {
        Map<String, String> facts = Map.of(
                "offer", Long.toString(recording.name().offer()),
                "agent", Integer.toString(recording.name().agent()),
                "millis", Long.toString(recording.length().toMillis()),
                "bytes", Long.toString(recording.bytes()),
                "sha256", recording.sha256());
        enter("recording.stored", Actor.platform(), recording, facts);
    }

    /// Who paused is the agent of the talk. The entry comes with the recording, since a pause waits for no ledger; so
    /// the address from which it was asked for is not known any more.
    void paused(Recording recording, Gap gap) {
        Map<String, String> facts = Map.of(
                "offer", Long.toString(recording.name().offer()),
                "agent", Integer.toString(recording.name().agent()),
                "fromMillis", Long.toString(gap.fromMillis()),
                "toMillis", Long.toString(gap.toMillis()),
                "endedBy", gap.endedBy());
        Actor agent = new Actor(directory.agentUser(recording.name().agent()), Role.AGENT.code(), "");
        enter("recording.paused", agent, recording, facts);
    }

    private void enter(String action, Actor actor, Recording recording, Map<String, String> facts) {
        ledger.append(LedgerEntry.of(action, actor, RecordingList.subject(recording), facts));
    }
}
