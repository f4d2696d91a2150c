package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

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
import org.kezheng.testkit.telephony.Caller;

/// A caller is joined in the very moment in which the PBX makes a piece of their music. The moment is some microseconds
/// of each 20 ms; here it is nearly all of them, for the music comes out of a pipe, a little slower than it is played.
class JoinIT {
    /// 20 ms of µ-law.
    private static final byte[] PIECE = new byte[160];

    private static final Duration SLOWER_THAN_PLAYED = Duration.ofMillis(21);
    private static final double AGENTS_TONE = 1_000;
    private static final String CALLER = "13700000777";

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
        try (Music music = new Music(pipe);
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(500));
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = dialAndPlay(music)) {
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

    /// What lies in the pipe before somebody listens would be played at once.
    private IncomingCall dialAndPlay(Music music) {
        Caller caller = centre.dialUnseen("support", CALLER);
        music.play();
        return centre.recognised(caller, CALLER);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    }

    /// Puts piece after piece into the pipe. It is open for reading too, so that nobody waits for the other end.
    private static final class Music implements AutoCloseable {
        private final RandomAccessFile pipe;
        private final ScheduledExecutorService player = Executors.newSingleThreadScheduledExecutor();

        Music(Path path) throws IOException {
            pipe = new RandomAccessFile(path.toFile(), "rw");
        }

        void play() {
            var _ = player.scheduleAtFixedRate(this::piece, 0, SLOWER_THAN_PLAYED.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void piece() {
            try {
                pipe.write(PIECE);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            player.shutdownNow();
            pipe.close();
        }
    }
}
