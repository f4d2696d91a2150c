package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import org.kezheng.testkit.telephony.Sound;

/// What a flow says: texts that have no recording, spoken in each language; an operator's own words in an
/// emergency; the place and the wait that callers are told; and where their digits lead them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpokenFlowIT {
    private static final String TELLING = "4120";
    private static final String BRANCHING = "4121";
    private static final Map<String, String> SPOKEN = Map.of("zh", "4122", "yue", "4123", "en", "4124");
    private static final String NUMBER = "13800138000";
    private static final String NAME = "张伟";
    private static final String DIGITS = "4271";
    private static final double NEXT = 500;
    private static final double BEFORE = 700;
    private static final double CALLERS = 900;
    private static final double ESTIMATED = 1_100;
    private static final double ONE = 1_300;
    private static final double MINUTES = 1_500;
    private static final double EXACTLY = 1_700;
    private static final double BEGINNING = 1_900;
    private static final double OTHERWISE = 2_100;
    private static final int HEAD = 44;
    private static final int AUDIBLE = 3_000;
    private static final Duration MOMENT = Duration.ofMillis(600);
    private static final Duration NEXT_TELLING = Duration.ofSeconds(25);

    private final CallCentre centre = CallCentre.open();
    /// Each run has words of its own: what was spoken once is kept for every installation of this machine.
    private final String run = Long.toString(System.nanoTime() % 1_000_000);

    private final String text = "今天天气很好，请您稍候，编号" + run + "。";
    private final String ownWords = "受台风影响，本热线今天下午暂停服务，公告" + run + "号。";
    private final SortedSet<String> atFirst = new TreeSet<>();

    @BeforeAll
    void layFlows() throws IOException {
        atFirst.addAll(names());
        Path data = centre.installation().dataDir();
        Map<String, Double> tones = Map.of(
                "you-are-next", NEXT,
                "before-you", BEFORE,
                "callers", CALLERS,
                "estimated-wait", ESTIMATED,
                "number-1", ONE,
                "minutes", MINUTES,
                "welcome", EXACTLY,
                "transferring", BEGINNING,
                "all-busy", OTHERWISE);
        tones.forEach((prompt, hertz) -> RecordedPrompts.record(data, prompt, hertz));
        FlowNumbers.lay(centre, TELLING, "telling", """
                {"schema": 1, "code": "telling", "version": 1, "languages": ["zh"], "start": "consult", "person": "consult",
                 "nodes": {"consult": {"type": "queue", "queue": "consult", "waiting": {
                   "everySeconds": 10, "tells": ["position", "estimated-wait"], "sound": "silence"}}}}
                """);
        FlowNumbers.lay(centre, BRANCHING, "branching", """
                {"schema": 1, "code": "branching", "version": 1, "languages": ["zh"], "start": "ask", "person": "support",
                 "prompts": {"type-it": {"zh": "请输入订单号。"}},
                 "nodes": {"ask": {"type": "digits", "say": ["type-it"], "variable": "order", "min": 1, "max": 6,
                                   "terminator": "#", "tries": 2, "next": "way", "otherwise": "support"},
                           "way": {"type": "branch", "otherwise": "other", "cases": [
                             {"variable": "order", "is": ["42", "43"], "next": "exactly"},
                             {"variable": "order", "startsWith": "42", "next": "beginning"}]},
                           "exactly": {"type": "announce", "say": ["welcome"], "next": "support"},
                           "beginning": {"type": "announce", "say": ["transferring"], "next": "support"},
                           "other": {"type": "announce", "say": ["all-busy"], "next": "support"},
                           "support": {"type": "queue", "queue": "support", "waiting": {"sound": "silence"}}}}
                """);
        for (Map.Entry<String, String> language : SPOKEN.entrySet()) {
            FlowNumbers.lay(centre, language.getValue(), "spoken-" + language.getKey(), """
                    {"schema": 1, "code": "spoken-LANGUAGE", "version": 1, "languages": ["LANGUAGE"], "start": "say",
                     "person": "support", "prompts": {"words": {"LANGUAGE": "TEXT"}},
                     "nodes": {"say": {"type": "announce", "say": ["words"], "next": "support"},
                               "support": {"type": "queue", "queue": "support", "waiting": {"sound": "silence"}}}}
                    """.replace(
                            "LANGUAGE", language.getKey())
                    .replace("TEXT", text));
        }
        Installation.kill(centre.status().platformPid());
        centre.up();
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void waitingCallerIsToldThePlaceAndTheEstimatedWaitOnceItIsKnown() {
        try (Caller early = dial("13700007101", TELLING)) {
            long begin = System.nanoTime();
            hears(early, NEXT);
            hearsNoMore(early, NEXT);
            hears(early, NEXT);
            assertThat(early.sound().heardSince(begin).hasTone(ESTIMATED))
                    .as("what is not known yet is not told")
                    .isFalse();
        }
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent4", phone)) {
            for (int answers = 0; answers < 2; answers++) {
                agent.ready();
                try (IncomingCall call = centre.dial("consult")) {
                    agent.awaitState("talking");
                    agent.notReady("break");
                    call.hangUp();
                    agent.awaitState("wrap-up");
                    agent.wrapUp(call, "resolved", "").expect(200);
                    agent.awaitState("not-ready");
                }
            }
            try (Caller first = dial("13700007102", TELLING)) {
                hearsInTurn(first, NEXT, ESTIMATED, ONE, MINUTES);
                centre.recognised(first, "13700007102");
                try (Caller second = dial("13700007103", TELLING)) {
                    hearsInTurn(second, BEFORE, ONE, CALLERS, ESTIMATED);
                    hears(second, MINUTES);
                }
            }
        }
    }

    @Test
    void digitsDecideWhichWayTheCallerGoes() {
        for (Map.Entry<String, Double> way : Map.of(
                        "42#", EXACTLY, "43#", EXACTLY, "4271#", BEGINNING, "17#", OTHERWISE)
                .entrySet()) {
            try (Caller caller = dial("13700007104", BRANCHING)) {
                hearsSpeech(caller);
                caller.sound().press(way.getKey());
                hears(caller, way.getValue());
            }
        }
    }

    @Test
    void textWithoutARecordingIsSpokenInEachLanguageAndEachSoundsAnotherWay() {
        for (Map.Entry<String, String> language : SPOKEN.entrySet()) {
            try (Caller caller = dial("13700007105", language.getValue())) {
                hearsSpeech(caller);
            }
        }
        SortedSet<String> spoken = names();
        spoken.removeAll(atFirst);
        assertThat(spoken).hasSizeGreaterThanOrEqualTo(SPOKEN.size());
        assertThat(spoken)
                .map(name -> Arrays.hashCode(content(name)))
                .as("no two of them sound the same")
                .doesNotHaveDuplicates();
        assertThat(spoken).allSatisfy(name -> assertThat(loudest(content(name))).isGreaterThan(AUDIBLE));
    }

    @Test
    void operatorsOwnWordsAreSpokenAndWhatIsSpokenKeepsNothingOfWhoCalls() {
        turn(Map.of("mode", "notice", "cause", "drill"));
        turn(Map.of("mode", "off", "cause", "over"));
        try (Caller waiting = dial(NUMBER, BRANCHING)) {
            hearsSpeech(waiting);
            SortedSet<String> before = names();
            waiting.sound().press(DIGITS + "#");
            hears(waiting, BEGINNING);
            centre.recognised(waiting, NUMBER);
            hearsNoMore(waiting, BEGINNING);
            assertThat(names()).as("a caller has nothing spoken").isEqualTo(before);
            turn(Map.of("mode", "notice", "cause", "weather", "text", ownWords));
            hearsSpeech(waiting);
            SortedSet<String> after = names();
            after.removeAll(before);
            assertThat(after)
                    .as("the operator's words, in Mandarin and in Cantonese")
                    .hasSize(2);
            turn(Map.of("mode", "off", "cause", "over"));
            turn(Map.of("mode", "notice", "cause", "weather", "text", ownWords));
            before.addAll(after);
            assertThat(names()).as("what was spoken once is kept").isEqualTo(before);
        } finally {
            turn(Map.of("mode", "off", "cause", "over"));
        }
        assertThat(names()).allMatch(name -> name.matches("[0-9a-f]{32}\\.wav"));
        assertThat(names()).map(this::content).allSatisfy(file -> {
            assertThat(file.length - HEAD).as("samples and nothing else").isEqualTo(samplesOf(file));
            assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain(NUMBER, NAME, DIGITS, ownWords);
        });
    }

    /// The farthest of its 16-bit samples from silence.
    private static int loudest(byte[] wav) {
        int loudest = 0;
        for (int i = HEAD + 1; i < wav.length; i += 2) {
            loudest = Math.max(loudest, Math.abs((wav[i] << 8) | Byte.toUnsignedInt(wav[i - 1])));
        }
        return loudest;
    }

    private static int samplesOf(byte[] wav) {
        return Byte.toUnsignedInt(wav[40])
                | Byte.toUnsignedInt(wav[41]) << 8
                | Byte.toUnsignedInt(wav[42]) << 16
                | Byte.toUnsignedInt(wav[43]) << 24;
    }

    private void turn(Map<String, String> emergency) {
        centre.supervisor().send("PUT", "/api/emergency", emergency).expect(200);
    }

    private Caller dial(String from, String number) {
        return Caller.dial(centre.status().sipIn(), from, number);
    }

    /// Where this installation keeps what it says, as its settings name it.
    private Path made() {
        try {
            Properties settings = new Properties();
            Path run = centre.installation().dataDir().resolve("run");
            settings.load(Files.newBufferedReader(run.resolve("platform.properties")));
            return Path.of(settings.getProperty("kezheng.speech.prompts"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private SortedSet<String> names() {
        try (Stream<Path> files = Files.list(made())) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] content(String name) {
        try {
            return Files.readAllBytes(made().resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Something audible of no one tone: the recorded prompts of this test are tones.
    private static void hearsSpeech(Caller caller) {
        Await.until(
                "the caller hears somebody speak",
                SOON,
                () -> caller.sound().heardWithin(Duration.ofSeconds(1)),
                Sound::isAudible);
    }

    private static void hearsInTurn(Caller caller, double... tones) {
        for (double tone : tones) {
            hears(caller, tone);
        }
    }

    private static void hears(Caller caller, double hertz) {
        Await.until(
                "the caller hears " + hertz,
                NEXT_TELLING,
                () -> caller.sound().heardWithin(MOMENT),
                heard -> heard.hasTone(hertz));
    }

    private static void hearsNoMore(Caller caller, double hertz) {
        Await.until(
                "the caller hears " + hertz + " no more",
                SOON,
                () -> !caller.sound().heardWithin(MOMENT).hasTone(hertz));
    }
}
