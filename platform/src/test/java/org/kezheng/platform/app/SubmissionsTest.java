package org.kezheng.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.journal.Durability;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.acd.journal.TimeSource;
import org.kezheng.testkit.await.Await;

final class SubmissionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void whatTheHostDidNotTakeIsGivenAgainInItsOrderAndOnce(@TempDir Path directory) {
        HostSettings settings =
                new HostSettings(directory, Limits.standard(), TimeSource.system(), Durability.WRITTEN, 2, 100, 100);
        BlockingQueue<Runnable> retries = new LinkedBlockingQueue<>();
        Submissions[] self = new Submissions[1];
        try (SoloHost host = SoloHost.open(settings)) {
            self[0] = new Submissions(host, (what, why) -> retries.add(() -> self[0].retry(what, why)));
            for (int agent = 1; agent <= 5; agent++) {
                self[0].submit(new Command.SignIn(new AgentId(agent)));
            }
            drain(retries);
            assertThat(self[0].isHeldUp()).isTrue();
            host.start();
            Await.until("all commands are in the journal", PATIENCE, () -> {
                drain(retries);
                self[0].flush();
                return host.lastPosition() >= 5;
            });
            assertThat(commands(host)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
            assertThat(commands(host).getFirst()).isEqualTo(1);
        }
    }

    private static void drain(BlockingQueue<Runnable> retries) {
        List<Runnable> due = new ArrayList<>();
        retries.drainTo(due);
        due.forEach(Runnable::run);
    }

    private static List<Integer> commands(SoloHost host) {
        List<Integer> agents = new ArrayList<>();
        host.reader().from(1).forEach(record -> {
            if (record.command() instanceof Command.SignIn(var agent)) {
                agents.add(agent.value());
            }
        });
        return agents;
    }
}
