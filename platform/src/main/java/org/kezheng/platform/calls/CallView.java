package org.kezheng.platform.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.calls.Call;
import org.kezheng.platform.directory.Directory;

/// A call as the interface shows it.
///
/// @param id decimal: a number of 63 bits does not fit what browsers count with
record CallView(
        String id,
        String client,
        String queue,
        @Nullable String agent,
        Instant offeredAt,
        @Nullable Instant ringingAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        String pbxUniqueId,
        long journalPosition) {

    static CallView of(Call call, Directory directory) {
        Integer agent = call.agent();
        return new CallView(
                Long.toString(call.contact()),
                directory.clientCode(call.client()),
                directory.queueCode(call.queue()),
                agent == null ? null : directory.agentUser(agent),
                call.offeredAt(),
                call.ringingAt(),
                call.answeredAt(),
                call.endedAt(),
                call.outcome(),
                PbxUniqueId.of(call.contact()),
                call.journalPosition());
    }
}
