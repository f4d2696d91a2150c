package org.kezheng.benchmarks.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.Durability;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.Receipt;
import org.kezheng.acd.journal.SoloHost;

/// Sends commands at a fixed rate, whatever the host does, and takes the time from when each was due to be sent to its
/// receipt: a host that stalls is seen by all that were due meanwhile.
final class RoundTrips {
    private static final int SPIN_NANOS = 60_000;

    private final SoloHost host;
    private final Queue<Command> ready = new ConcurrentLinkedQueue<>();
    private long contacts;

    private RoundTrips(SoloHost host) {
        this.host = host;
    }

    /// @param bytesPerCommand of the journal, for the commands measured alone
    record Figures(Micros latency, double bytesPerCommand) {}

    static Figures run(Path directory, Durability durability, int perSecond, int commands) throws IOException {
        HostSettings standard = HostSettings.standard(directory);
        HostSettings settings = new HostSettings(
                directory,
                standard.limits(),
                standard.timeSource(),
                durability,
                standard.queueCapacity(),
                standard.recordsPerSegment(),
                standard.rememberedReceipts());
        try (SoloHost host = SoloHost.open(settings)) {
            host.start();
            RoundTrips trips = new RoundTrips(host);
            trips.beginShift();
            trips.send(perSecond, Math.min(commands, 2 * perSecond));
            long before = bytes(directory);
            long from = host.lastPosition();
            Micros latency = trips.send(perSecond, commands);
            return new Figures(latency, (double) (bytes(directory) - before) / (host.lastPosition() - from));
        }
    }

    private void beginShift() {
        host.submit(CommandId.random(), HostSite.configure()).join();
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        HostSite.shiftBegins().forEach(command -> receipts.add(host.submit(CommandId.random(), command)));
        receipts.forEach(CompletableFuture::join);
    }

    private Micros send(int perSecond, int commands) {
        AtomicLongArray nanos = new AtomicLongArray(commands);
        CountDownLatch open = new CountDownLatch(commands);
        long interval = 1_000_000_000L / perSecond;
        long begin = System.nanoTime();
        for (int i = 0; i < commands; i++) {
            long due = begin + i * interval;
            waitUntil(due);
            Command next = ready.poll();
            if (next == null) {
                contacts++;
                next = HostSite.arrive(contacts);
            }
            int number = i;
            var _ = host.submit(CommandId.random(), next).whenComplete((receipt, failure) -> {
                nanos.set(number, System.nanoTime() - due);
                if (receipt != null) {
                    follow(receipt);
                }
                open.countDown();
            });
        }
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long[] all = new long[commands];
        Arrays.setAll(all, nanos::get);
        return Micros.of(all);
    }

    private void follow(Receipt receipt) {
        for (Event event : receipt.events()) {
            Command next = HostSite.following(event);
            if (next != null) {
                ready.add(next);
            }
        }
    }

    /// Sleeps as long as it is safe to, and burns the rest: a sleep ends late by some 50 microseconds.
    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".kzj"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
