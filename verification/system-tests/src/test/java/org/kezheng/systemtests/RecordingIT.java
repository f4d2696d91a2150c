package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.http.Download;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Sound;
import tools.jackson.databind.JsonNode;

/// Recordings: who stands in which channel, that nothing clear is left anywhere, who may hear them, and what survives.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingIT {

    private static final double CALLERS_TONE = 440;
    private static final double AGENTS_TONE = 1_000;
    private static final Duration CLEAR_NO_LONGER_THAN = Duration.ofSeconds(5);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(1_200);
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    /// So many samples of a line are found again nowhere by chance.
    private static final int SAMPLE_RUN = 64;

    private final CallCentre centre = CallCentre.open();

    @BeforeEach
    void everythingRuns() {
        if (!centre.installation().status().isReady()) {
            centre.up();
        }
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void callerIsLeftAndAgentIsRightAndFiveSecondsAfterHangUpNothingClearIsLeft() throws IOException {
        String call = talkAndHangUp();
        Await.until("the spool is empty", CLEAR_NO_LONGER_THAN, () -> spooled().isEmpty());
        awaitStored(call);
        byte[] wav = play(centre.supervisor(), call, "").expect(200).bytes();
        Sound left = Sound.ofWav(wav, LEFT);
        Sound right = Sound.ofWav(wav, RIGHT);
        assertThat(left.hasTone(CALLERS_TONE)).isTrue();
        assertThat(left.hasTone(AGENTS_TONE)).isFalse();
        assertThat(right.hasTone(AGENTS_TONE)).isTrue();
        assertThat(right.hasTone(CALLERS_TONE)).isFalse();
        assertThat(left.length()).isEqualTo(right.length()).isGreaterThan(MOMENT);
        assertThat(storesWith(wav, left, right)).isEmpty();
        Path planted = centre.status().dataDir().resolve("planted.wav");
        Files.write(planted, wav);
        try {
            assertThat(storesWith(wav, left, right)).as("the search itself").containsExactly(planted);
        } finally {
            Files.delete(planted);
        }
    }

    @Test
    void channelsStayInStepWhenTheOneWhoListensSendsNothing() {
        String call;
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall incoming = centre.dial("support")) {
            agent.awaitState("talking");
            phone.sound().fallSilent();
            incoming.sound().speak(CALLERS_TONE);
            awaitTone(phone, CALLERS_TONE);
            incoming.sound().fallSilent();
            phone.sound().speak(AGENTS_TONE);
            Await.until(
                    "the caller hears the answer",
                    SOON,
                    () -> incoming.sound().heardWithin(MOMENT).hasTone(AGENTS_TONE));
            incoming.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(incoming, "resolved", "").expect(200);
            call = incoming.id();
        }
        awaitStored(call);
        byte[] wav = play(centre.supervisor(), call, "").expect(200).bytes();
        Duration asked = Sound.ofWav(wav, LEFT).beginOfTone(CALLERS_TONE);
        Duration answered = Sound.ofWav(wav, RIGHT).beginOfTone(AGENTS_TONE);
        assertThat(answered).isGreaterThan(asked.plus(MOMENT.dividedBy(2)));
    }

    @Test
    void anyPartOfARecordingCanBeHeardWithoutTheRest() {
        String call = talkAndHangUp();
        awaitStored(call);
        byte[] whole = play(centre.supervisor(), call, "").expect(200).bytes();
        Download part = play(centre.supervisor(), call, "bytes=1001-3000").expect(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, 1_001, 3_001));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 1001-3000/" + whole.length);
        Download beyond =
                play(centre.supervisor(), call, "bytes=" + whole.length + "-").expect(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + whole.length);
        assertThat(beyond.bytes()).isEmpty();
    }

    @Test
    void onlySupervisorAndAuditorHearItAndTheLedgerTellsOfEachPlaybackOnce() throws SQLException {
        String call = talkAndHangUp();
        awaitStored(call);
        for (String user : List.of("agent1", "system1", "security1")) {
            try (ApiClient refused = centre.signIn(user)) {
                assertThat(play(refused, call, "").status()).as(user).isEqualTo(403);
                refused.signOut().expect(204);
            }
        }
        try (ApiClient stranger = centre.stranger()) {
            assertThat(play(stranger, call, "").status()).isEqualTo(401);
        }
        play(centre.auditor(), call, "bytes=0-99").expect(206);
        play(centre.auditor(), call, "bytes=100-199").expect(206);
        play(centre.auditor(), call, "bytes=200-").expect(206);
        play(centre.supervisor(), call, "bytes=5000-").expect(206);
        assertThat(ledger(call))
                .containsExactly(
                        "recording.stored|platform", "recording.played|auditor1", "recording.played|supervisor1");
    }

    @Test
    void nobodyHearsWhatTheLedgerCannotTake() throws SQLException {
        String call = talkAndHangUp();
        awaitStored(call);
        try (Database database = Database.asAdministrator(centre.status())) {
            database.execute("revoke insert on ledger.entry from kezheng_app");
            try {
                Download refused = play(centre.auditor(), call, "");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(new String(refused.bytes(), StandardCharsets.UTF_8)).contains("recording.ledger");
            } finally {
                database.execute("grant insert on ledger.entry to kezheng_app");
            }
        }
        play(centre.auditor(), call, "").expect(200);
    }

    @Test
    void itSoundsInTheBrowser() {
        String call = talkAndHangUp();
        awaitStored(call);
        try (Browser browser = Browser.speaking(AGENTS_TONE);
                BrowserPage window = Console.signIn(browser, centre, "supervisor1", "zh-CN")) {
            Page page = window.page();
            Object seconds = page.evaluate("""
                    async path => {
                      const audio = new Audio(path);
                      audio.volume = 0.1;
                      const event = name => new Promise((resolve, reject) => {
                        audio.addEventListener(name, resolve, { once: true });
                        audio.addEventListener('error', () => reject(new Error('no sound')), { once: true });
                      });
                      const known = event('loadedmetadata');
                      audio.load();
                      await known;
                      const moved = event('seeked');
                      audio.currentTime = audio.duration / 2;
                      await moved;
                      const over = event('ended');
                      await audio.play();
                      await over;
                      return audio.duration;
                    }""", "/api/calls/" + call + "/recording");
            assertThat(((Number) seconds).doubleValue()).isGreaterThan(1);
        }
    }

    @Test
    void killedPlatformLosesNothingOfTheCall() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support")) {
            talk(agent, phone, call);
            Installation.kill(centre.status().platformPid());
            call.hangUp();
            call.caller().awaitOver();
            assertThat(spooled()).isNotEmpty();
            centre.up();
            Await.until("the spool is empty", STORED_WITHIN, () -> spooled().isEmpty());
            awaitStored(call.id());
            bothTonesStandIn(call.id());
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
        }
    }

    @Test
    void killedPbxLosesNothingThatWasRecordedAndLeavesNothingClear() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support")) {
            talk(agent, phone, call);
            Installation.kill(centre.status().pbxPid());
            Await.until(
                    "the spool is empty", CLEAR_NO_LONGER_THAN, () -> spooled().isEmpty());
            centre.up();
            awaitStored(call.id());
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
        }
    }

    private void bothTonesStandIn(String call) {
        byte[] wav = play(centre.supervisor(), call, "").expect(200).bytes();
        assertThat(Sound.ofWav(wav, LEFT).hasTone(CALLERS_TONE)).isTrue();
        assertThat(Sound.ofWav(wav, RIGHT).hasTone(AGENTS_TONE)).isTrue();
    }

    /// A call with both tones, from ringing to wrap-up.
    private String talkAndHangUp() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support")) {
            talk(agent, phone, call);
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            return call.id();
        }
    }

    private static void talk(PhoneAgent agent, AgentPhone phone, IncomingCall call) {
        agent.awaitState("talking");
        call.sound().speak(CALLERS_TONE);
        phone.sound().speak(AGENTS_TONE);
        long since = System.nanoTime();
        Await.until(
                "both hear each other for a moment",
                SOON,
                () -> System.nanoTime() - since > MOMENT.toNanos()
                        && phone.sound().heardWithin(MOMENT).hasTone(CALLERS_TONE)
                        && call.sound().heardWithin(MOMENT).hasTone(AGENTS_TONE));
    }

    /// The agent hears the caller for a moment.
    private static void awaitTone(AgentPhone phone, double tone) {
        long since = System.nanoTime();
        Await.until(
                "the agent hears the caller",
                SOON,
                () -> System.nanoTime() - since > MOMENT.toNanos()
                        && phone.sound().heardWithin(MOMENT).hasTone(tone));
    }

    private void awaitStored(String call) {
        JsonNode recording = Await.until(
                "the recording of call " + call + " is stored",
                STORED_WITHIN,
                () -> centre.supervisor().read("/api/calls/" + call).path("recording"),
                told -> told.path("state").asString().equals("stored"));
        assertThat(recording.path("sha256").asString()).hasSize(64);
    }

    private static Download play(ApiClient who, String call, String range) {
        return who.download("/api/calls/" + call + "/recording", range);
    }

    private List<String> ledger(String call) throws SQLException {
        try (Database database = Database.asAdministrator(centre.status())) {
            return database.rows("select action, actor from ledger.entry where subject_kind = 'call' and subject_id = '"
                    + call + "' and action like 'recording.%' order by id");
        }
    }

    private List<Path> spooled() {
        return filesBelow(centre.status().spoolDir());
    }

    /// The files of the installation in which a run of the call's samples stands, as the line, the spool or the player
    /// has them.
    private List<Path> storesWith(byte[] wav, Sound left, Sound right) throws IOException {
        int from = Sound.RATE / 2;
        List<String> runs = List.of(
                text(left.asMuLaw(from, SAMPLE_RUN)),
                text(right.asMuLaw(from, SAMPLE_RUN)),
                text(Arrays.copyOfRange(wav, 44 + 4 * from, 44 + 4 * (from + SAMPLE_RUN))));
        List<Path> found = new ArrayList<>();
        for (Path place : List.of(
                centre.status().dataDir(),
                centre.status().logDir(),
                centre.status().spoolDir(),
                Path.of("/dev/shm"))) {
            for (Path file : filesBelow(place)) {
                if (isOfAnotherInstallation(file)) {
                    continue;
                }
                String content = content(file);
                if (runs.stream().anyMatch(content::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /// Another installation on the machine, or one that was killed with it, may just be recording the same tones.
    private boolean isOfAnotherInstallation(Path file) {
        Path memory = Path.of("/dev/shm");
        return file.startsWith(memory)
                && !file.startsWith(centre.status().spoolDir())
                && memory.relativize(file).getName(0).toString().startsWith("kezheng-");
    }

    /// A file that goes while it is looked for holds nothing any more.
    private static String content(Path file) throws IOException {
        try {
            return text(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return "";
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<Path> filesBelow(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException changing) {
            return List.of(directory);
        }
    }
}
