package org.kezheng.acd.journal;

import java.util.concurrent.CompletableFuture;
import org.kezheng.acd.engine.Command;

/// A command on its way to the engine, and who waits for it.
record Submission(CommandId id, Command command, CompletableFuture<Receipt> receipt) {
    /// The last of all: what is behind it is refused.
    static final Submission CLOSE = new Submission(CommandId.OF_HOST, new Command.Tick(), new CompletableFuture<>());

    boolean isClose() {
        return id.equals(CommandId.OF_HOST);
    }

    void fail(HostUnavailable.Reason reason) {
        receipt.completeExceptionally(new HostUnavailable(reason));
    }
}
