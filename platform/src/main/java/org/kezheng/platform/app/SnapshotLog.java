package org.kezheng.platform.app;

import org.kezheng.acd.journal.Recovery;
import org.kezheng.acd.journal.SnapshotFault;
import org.kezheng.acd.journal.SnapshotOutcome;
import org.kezheng.acd.journal.SoloHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the log how the engine came to its journal's end, and what becomes of snapshots.
final class SnapshotLog {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotLog.class);

    private SnapshotLog() {}

    static void follow(SoloHost host) {
        Recovery recovery = host.recovery();
        LOG.atInfo()
                .addKeyValue("position", recovery.lastPosition())
                .addKeyValue("snapshot", recovery.snapshotPosition())
                .log("The engine is at its journal's end");
        for (SnapshotFault fault : recovery.faults()) {
            LOG.atWarn()
                    .addKeyValue("file", fault.file())
                    .addKeyValue("kind", fault.kind())
                    .log("A snapshot is passed over: {}", fault.what());
        }
        host.onSnapshot(SnapshotLog::tell);
    }

    private static void tell(SnapshotOutcome outcome) {
        switch (outcome) {
            case SnapshotOutcome.Written(long position, long bytes) ->
                LOG.atInfo()
                        .addKeyValue("position", position)
                        .addKeyValue("bytes", bytes)
                        .log("A snapshot is written");
            case SnapshotOutcome.Failed(long position, Exception cause) ->
                LOG.atWarn()
                        .addKeyValue("position", position)
                        .setCause(cause)
                        .log("A snapshot could not be written; the next start takes longer");
        }
    }
}
