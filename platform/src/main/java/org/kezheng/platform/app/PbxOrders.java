package org.kezheng.platform.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kezheng.telephony.AsteriskGateway;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;

/// Orders to the PBX whose answer somebody waits for.
record PbxOrders(AsteriskGateway gateway) {
    private static final long ANSWER_SECONDS = 4;

    /// Blocks until the PBX has answered; `Unavailable` when it does not in time.
    PbxAnswer ask(PbxRequest request) {
        try {
            return gateway.execute(request).toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            return new PbxAnswer.Unavailable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new PbxAnswer.Unavailable();
        }
    }
}
