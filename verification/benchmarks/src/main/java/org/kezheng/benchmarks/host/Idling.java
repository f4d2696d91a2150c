package org.kezheng.benchmarks.host;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.SoloHost;

/// What a host's threads burn while nothing happens: a site of signed-in agents, and nobody calls.
final class Idling {
    private Idling() {}

    /// CPU time of the host's threads, in nanoseconds, within a time.
    static long run(Path directory, Duration time) throws InterruptedException {
        try (SoloHost host = SoloHost.open(HostSettings.standard(directory))) {
            host.start();
            host.submit(CommandId.random(), HostSite.configure()).join();
            HostSite.shiftBegins()
                    .forEach(command -> host.submit(CommandId.random(), command).join());
            // Whatever the last command leaves to be done is done by then.
            Thread.sleep(Duration.ofSeconds(1));
            long before = cpuNanos();
            Thread.sleep(time);
            return cpuNanos() - before;
        }
    }

    private static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("kezheng-"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
