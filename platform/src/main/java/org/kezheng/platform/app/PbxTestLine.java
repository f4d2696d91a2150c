package org.kezheng.platform.app;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.kezheng.platform.devicetest.DeviceTestLine;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.AsteriskGateway;
import org.kezheng.telephony.DeviceTestSign;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;

/// Lets a test of a device give the PBX its orders.
final class PbxTestLine implements DeviceTestLine {
    private static final long ANSWER_SECONDS = 6;
    /// The test itself waits less.
    private static final Duration RINGING = Duration.ofSeconds(30);

    private final AsteriskGateway gateway;

    PbxTestLine(AsteriskGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void onSign(Consumer<DeviceTestSign> listener) {
        gateway.observeTests(listener);
    }

    @Override
    public boolean call(String testId, AgentDevice device) throws InterruptedException {
        try {
            return gateway.execute(new PbxRequest.TestDevice(testId, device, RINGING))
                            .toCompletableFuture()
                            .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    instanceof PbxAnswer.Accepted;
        } catch (ExecutionException | TimeoutException failure) {
            return false;
        }
    }

    @Override
    public void end(String testId) {
        var _ = gateway.execute(new PbxRequest.EndTest(testId));
    }
}
