package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.testkit.await.Await;

class DiskFullTest {
    private final FakeDisk disk = new FakeDisk();

    @TempDir
    Path directory;

    @Test
    void aFullDiskStopsAcceptanceAndLosesNothingAcknowledged() {
        try (SoloHost host = SoloHost.open(Worlds.settings(directory), disk)) {
            host.start();
            Worlds.staff(host);
            disk.isFull.set(true);
            assertDiskFails(host.submit(CommandId.random(), Worlds.arrive(7)));
            assertDiskFails(host.submit(CommandId.random(), Worlds.arrive(8)));
            assertThat(host.lastPosition()).isEqualTo(5);
            assertThat(host.reader().from(1)).hasSize(5);
        }
        assertThat(Verification.of(directory).lastPosition()).isEqualTo(5);
    }

    @Test
    void whenThereIsSpaceAgainTheHostGoesOnAndARepeatGetsTheFirstReceipt() {
        try (SoloHost host = SoloHost.open(Worlds.settings(directory), disk)) {
            host.start();
            Worlds.staff(host);
            CommandId id = CommandId.random();
            disk.isFull.set(true);
            assertDiskFails(host.submit(id, Worlds.arrive(7)));
            disk.isFull.set(false);
            Await.until(
                    "the host takes commands again",
                    Duration.ofSeconds(20),
                    () -> Worlds.submit(host, new Command.Tick()).position() > 0);
            assertThat(Worlds.await(host.submit(id, Worlds.arrive(7))).position())
                    .isEqualTo(6);
        }
        assertThat(JournalReader.open(directory).from(6).iterator().next().command())
                .isEqualTo(Worlds.arrive(7));
        assertThat(Verification.of(directory).hasTornTail()).isFalse();
    }

    @Test
    void aDiskThatFailsToForceIsWrittenAgain() {
        try (SoloHost host = SoloHost.open(Worlds.settings(directory), disk)) {
            host.start();
            Worlds.staff(host);
            disk.failsToForce.set(true);
            assertDiskFails(host.submit(CommandId.random(), Worlds.arrive(7)));
            disk.failsToForce.set(false);
            Await.until("the record is durable", Duration.ofSeconds(20), () -> host.lastPosition() == 6);
        }
        assertThat(Verification.of(directory).lastPosition()).isEqualTo(6);
    }

    @Test
    void aDiskThatIsFullWhenASegmentBeginsIsTriedAgain() {
        try (SoloHost host = SoloHost.open(Worlds.settings(directory, TimeSource.system(), 5), disk)) {
            host.start();
            Worlds.staff(host);
            disk.isFull.set(true);
            assertDiskFails(host.submit(CommandId.random(), Worlds.arrive(7)));
            disk.isFull.set(false);
            Await.until("the record is durable", Duration.ofSeconds(20), () -> host.lastPosition() == 6);
        }
        assertThat(new SegmentFiles(directory).list()).hasSize(2);
        assertThat(Verification.of(directory).lastPosition()).isEqualTo(6);
    }

    private static void assertDiskFails(CompletableFuture<Receipt> submitted) {
        assertThatThrownBy(() -> Worlds.await(submitted))
                .hasCauseInstanceOf(HostUnavailable.class)
                .cause()
                .extracting("reason")
                .isEqualTo(HostUnavailable.Reason.DISK_FAILS);
    }
}
