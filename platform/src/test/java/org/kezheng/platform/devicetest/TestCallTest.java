package org.kezheng.platform.devicetest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kezheng.platform.phones.DeviceFinding;
import org.kezheng.telephony.DeviceTestSign;

final class TestCallTest {
    private static final String ID = "kz-test-1";
    private static final Duration NOW = Duration.ZERO;
    private static final Duration LATER = Duration.ofSeconds(10);

    private final TestCall call = new TestCall();

    @Test
    void aDeviceThatIsHeardHasPassed() throws InterruptedException {
        assertThat(answeredThen(new DeviceTestSign.Listened(ID, true, 200))).isEqualTo(DeviceFinding.PASSED);
    }

    @Test
    void silenceAndNothingAreToldApartByThePackets() throws InterruptedException {
        assertThat(answeredThen(new DeviceTestSign.Listened(ID, false, 400))).isEqualTo(DeviceFinding.SILENT);
    }

    @Test
    void aHandfulOfPacketsIsNoAudio() throws InterruptedException {
        assertThat(answeredThen(new DeviceTestSign.Listened(ID, false, TestCall.FEWEST_PACKETS - 1)))
                .isEqualTo(DeviceFinding.NO_AUDIO);
    }

    @Test
    void whoHangsUpBeforeAnythingIsHeardIsToldSo() throws InterruptedException {
        assertThat(answeredThen(new DeviceTestSign.Ended(ID, 16))).isEqualTo(DeviceFinding.HUNG_UP);
    }

    @Test
    void theFirstWordCounts() throws InterruptedException {
        call.seen(new DeviceTestSign.Answered(ID));
        call.seen(new DeviceTestSign.Listened(ID, false, 400));
        call.seen(new DeviceTestSign.Ended(ID, 16));
        assertThat(call.await(LATER, LATER, LATER)).isEqualTo(DeviceFinding.SILENT);
    }

    @Test
    void aDeviceThatNeitherRingsNorAnswersIsUnreachable() throws InterruptedException {
        assertThat(call.await(NOW, LATER, LATER)).isEqualTo(DeviceFinding.UNREACHABLE);
    }

    @Test
    void anOrderThatComesToNothingIsUnreachable() throws InterruptedException {
        call.seen(new DeviceTestSign.Failed(ID));
        assertThat(call.await(LATER, LATER, LATER)).isEqualTo(DeviceFinding.UNREACHABLE);
    }

    @Test
    void aDeviceThatRingsAndRingsIsNotAnswered() throws InterruptedException {
        call.seen(new DeviceTestSign.Rings(ID));
        assertThat(call.await(LATER, NOW, LATER)).isEqualTo(DeviceFinding.NOT_ANSWERED);
    }

    @Test
    void busyAndDeclinedAreOneAnswer() throws InterruptedException {
        call.seen(new DeviceTestSign.Rings(ID));
        call.seen(new DeviceTestSign.Ended(ID, 21));
        assertThat(call.await(LATER, LATER, LATER)).isEqualTo(DeviceFinding.DECLINED);
    }

    @Test
    void whyACallFailedMayComeAfterTheWordThatItDid() throws Exception {
        call.seen(new DeviceTestSign.Failed(ID));
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<DeviceFinding> found = other.submit(() -> call.await(LATER, LATER, LATER));
            call.seen(new DeviceTestSign.Ended(ID, 21));
            assertThat(found.get(10, TimeUnit.SECONDS)).isEqualTo(DeviceFinding.DECLINED);
        }
    }

    @Test
    void aPbxThatSaysNoMoreTellsNothingOfTheDevice() throws InterruptedException {
        call.seen(new DeviceTestSign.Answered(ID));
        assertThat(call.await(LATER, LATER, NOW)).isEqualTo(DeviceFinding.PBX_AWAY);
    }

    private DeviceFinding answeredThen(DeviceTestSign last) throws InterruptedException {
        call.seen(new DeviceTestSign.Rings(ID));
        call.seen(new DeviceTestSign.Answered(ID));
        call.seen(last);
        return call.await(LATER, LATER, LATER);
    }
}
