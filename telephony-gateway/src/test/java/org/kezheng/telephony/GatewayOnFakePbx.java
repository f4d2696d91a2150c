package org.kezheng.telephony;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/// A gateway that is connected with a PBX which does and says what a test wants.
@Timeout(60)
abstract class GatewayOnFakePbx {
    private static final LinkTimes TIMES = new LinkTimes(
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofMillis(50));

    final Told told = new Told();
    final FakeManager pbx;
    AsteriskGateway gateway;

    GatewayOnFakePbx() throws IOException {
        pbx = new FakeManager();
        gateway = gateway(1_000);
    }

    @BeforeEach
    void connect() {
        gateway.start(told);
    }

    @AfterEach
    void end() throws IOException {
        gateway.close();
        pbx.close();
    }

    /// Another gateway of the same PBX.
    final AsteriskGateway gateway(int maxQueuedEvents) {
        ManagerAccess access =
                new ManagerAccess("127.0.0.1", pbx.port(), "kezheng", new SecretText(FakeManager.SECRET));
        return new AsteriskGateway(new GatewaySettings(access, TIMES, Duration.ofSeconds(30), maxQueuedEvents, 100));
    }

    static PbxRequest ring() {
        return new PbxRequest.RingAgent(
                Recorded.LEG,
                new AgentDevice.SipPhone("127.0.0.1", 5070),
                Recorded.CALLER_CHANNEL,
                new ContactTag("4711", "support", "1.2.3.4"),
                Duration.ofSeconds(20));
    }
}
