package org.kezheng.platform.app;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kezheng.platform.selftest.TestLine;
import org.kezheng.telephony.AsteriskGateway;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;

/// Lets the self-test give the PBX its two orders.
final class SelfTestLine implements TestLine {
    private static final long ANSWER_SECONDS = 4;

    private final AsteriskGateway gateway;

    SelfTestLine(AsteriskGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public boolean call(String callId, String number, Duration patience) throws InterruptedException {
        return isAccepted(new PbxRequest.CallItself(callId, number, patience));
    }

    @Override
    public boolean hangUp(String callId) throws InterruptedException {
        return isAccepted(new PbxRequest.EndCaller(callId));
    }

    private boolean isAccepted(PbxRequest request) throws InterruptedException {
        try {
            return gateway.execute(request).toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    instanceof PbxAnswer.Accepted;
        } catch (ExecutionException | TimeoutException failure) {
            return false;
        }
    }
}
