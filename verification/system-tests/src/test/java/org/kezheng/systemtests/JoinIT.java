package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.telephony.AgentPhone;

/// A caller is joined in the very moment in which the PBX makes a piece of their music. The moment is some microseconds
/// of each 20 ms; here it is nearly all of them, for the music comes out of a pipe, a little slower than it is played.
class JoinIT {
    /// 20 ms of µ-law.
    private static final byte[] PIECE = new byte[160];

    private static final Duration SLOWER_THAN_PLAYED = Duration.ofMillis(21);
    private static final double AGENTS_TONE = 1_000;

    /// Of its own: it changes everybody's music.
    private final CallCentre centre = CallCentre.open();

    private Path pipe = Path.of("");

    @BeforeEach
    void letMusicComeOutOfAPipe() throws Exception {
        Path pbx = centre.status().dataDir().resolve("pbx");
        Path music = Files.createDirectories(pbx.resolve("slow-music"));
        pipe = music.resolve("music.ulaw");
        Files.write(pipe, PIECE);
        Files.writeString(pbx.resolve("etc/musiconhold.conf"), "[default]\nmode = files\ndirectory = " + music + "\n");
        run("chmod", "-R", "a+rX", music.toString());
        List<String> reload = new ArrayList<>(centre.status().pbxConsole());
        reload.addAll(List.of("-rx", "moh reload"));
        run(reload.toArray(String[]::new));
        // The PBX lists files only; it opens what it has listed, whatever that has become.
        Files.delete(pipe);
        run("mkfifo", "-m", "666", pipe.toString());
    }

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void callerWhoseMusicIsJustBeingMadeHearsTheAgent() throws IOException {
        try (Music _ = Music.playing(pipe);
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(500));
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support")) {
            agent.awaitState("talking");
            phone.sound().speak(AGENTS_TONE);
            Await.until(
                    "the caller hears the agent",
                    SOON,
                    () -> call.sound().heardWithin(Duration.ofSeconds(1)).hasTone(AGENTS_TONE));
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    }

    /// Puts piece after piece into the pipe, from before the first call until after the last: the self-test calls,
    /// too, and a PBX that waits for a piece lets nobody in meanwhile. A piece that nobody took stays the only one,
    /// for many would be played at once.
    private static final class Music implements AutoCloseable {
        private final RandomAccessFile pipe;
        private final FileInputStream leftOver;
        private final ScheduledExecutorService player = Executors.newSingleThreadScheduledExecutor();

        private Music(RandomAccessFile pipe, FileInputStream leftOver) {
            this.pipe = pipe;
            this.leftOver = leftOver;
        }

        /// The pipe is open both ways, so that nobody waits for the other end.
        static Music playing(Path path) throws IOException {
            RandomAccessFile pipe = new RandomAccessFile(path.toFile(), "rw");
            Music music = new Music(pipe, new FileInputStream(path.toFile()));
            var _ = music.player.scheduleAtFixedRate(
                    music::piece, 0, SLOWER_THAN_PLAYED.toMillis(), TimeUnit.MILLISECONDS);
            return music;
        }

        private void piece() {
            try {
                if (leftOver.available() == 0) {
                    pipe.write(PIECE);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            player.shutdownNow();
            leftOver.close();
            pipe.close();
        }
    }
}
