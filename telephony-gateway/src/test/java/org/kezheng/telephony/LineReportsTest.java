package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kezheng.telephony.LineReport.Direction;
import org.kezheng.testkit.await.Await;

@Timeout(60)
final class LineReportsTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final BlockingQueue<LineReport> told = new LinkedBlockingQueue<>();
    private final FakeManager pbx;
    private final LineReports reports;

    LineReportsTest() throws IOException {
        pbx = new FakeManager();
        reports = new LineReports(
                new ManagerAccess("127.0.0.1", pbx.port(), "kezheng-lines", new SecretText(FakeManager.SECRET)),
                told::add);
        reports.start();
        awaitConnection(1);
    }

    @AfterEach
    void end() throws IOException {
        reports.close();
        pbx.close();
    }

    @Test
    void whatThePbxHeardIsReadWithItsWrapsAndInItsCodecsClock() throws Exception {
        emitReport("RTCPSent", "trunk-00000001", Recorded.CALLER, "Report0FractionLost: 27");
        LineReport.Heard heard = (LineReport.Heard) next();
        assertThat(heard.channelId()).isEqualTo(Recorded.CALLER);
        assertThat(heard.direction()).isEqualTo(Direction.TO_PBX);
        assertThat(heard.lostShare()).isEqualTo(27 / 256.0);
        assertThat(heard.lost()).isEqualTo(31);
        assertThat(heard.highestSequence()).isEqualTo(2 * 65_536L + 268);
        assertThat(heard.jitter()).isEqualTo(Duration.ofMillis(10));
        assertThat(heard.roundTrip()).isNull();
    }

    @Test
    void whatASoftphoneHeardIsReadInItsClockWithTheRoundTrip() throws Exception {
        emitReport("RTCPReceived", "kz-1-00000002", Recorded.LEG, "RTT: 0.1500");
        LineReport.Heard heard = (LineReport.Heard) next();
        assertThat(heard.direction()).isEqualTo(Direction.FROM_PBX);
        assertThat(heard.jitter()).isEqualTo(Duration.ofNanos(1_667_000));
        assertThat(heard.roundTrip()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void aReportWithoutABlockIsNoneAndTheCountsOfAChannelThatEndsAreRead() throws Exception {
        pbx.emit("RTCPSent", "Channel: PJSIP/trunk-00000001", "Uniqueid: " + Recorded.CALLER, "ReportCount: 0");
        pbx.emit("UserEvent", "UserEvent: KezhengLine", "Uniqueid: " + Recorded.LEG, "Received: 250", "Sent: 249");
        LineReport.Ended ended = (LineReport.Ended) next();
        assertThat(ended.channelId()).isEqualTo(Recorded.LEG);
        assertThat(ended.received()).isEqualTo(250);
        assertThat(ended.sent()).isEqualTo(249);
    }

    @Test
    void itComesBackAfterALoss() throws Exception {
        pbx.drop();
        awaitConnection(2);
        Await.until("a report is told again", SOON, () -> {
            emitReport("RTCPSent", "trunk-00000001", Recorded.CALLER, "Report0FractionLost: 0");
            return told.poll(200, TimeUnit.MILLISECONDS) != null;
        });
    }

    @Test
    void itEndsInPeaceWhileItSignsIn() {
        BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try {
            pbx.isSilent = true;
            pbx.drop();
            Await.until("it signs in", SOON, () -> pbx.unanswered.get() > 0);
            reports.close();
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
    }

    private void emitReport(String event, String channel, String id, String more) {
        pbx.emit(
                event,
                "Channel: PJSIP/" + channel,
                "Uniqueid: " + id,
                "PT: 200(SR)",
                "ReportCount: 1",
                "Report0CumulativeLost: 31",
                "Report0HighestSequence: 268",
                "Report0SequenceNumberCycles: 2",
                "Report0IAJitter: 80",
                more);
    }

    private void awaitConnection(int count) {
        Await.until("it connects for the time no. " + count, SOON, () -> pbx.connections.get() >= count);
    }

    private LineReport next() throws InterruptedException {
        LineReport report = told.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        if (report == null) {
            throw new AssertionError("no report came");
        }
        return report;
    }
}
