package org.kezheng.platform.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.FlowExample;
import org.kezheng.platform.flows.file.Catalogue;
import org.kezheng.platform.flows.file.FlowReader;

final class PromptsTest {
    private static final int SPOKEN_RATE = 22_050;

    @TempDir
    Path folder;

    private final List<String> spoken = new ArrayList<>();

    /// Speaks each text as a tone, and remembers what it was asked.
    private final class ToneSpeech implements Speech {
        @Override
        public String name() {
            return "tone";
        }

        @Override
        public Waveform speak(String text, Voice voice) {
            spoken.add(voice.code() + " " + text);
            return tone(SPOKEN_RATE, 440);
        }
    }

    @Test
    void eachTextIsSpokenOnceAndNumbersWithIt() throws IOException {
        Map<String, String> files = prompts().of(flow(), Flow.Language.ZH);
        assertThat(files)
                .containsKeys("main-menu", "recording-notice-choice", "number-1", "number-60", "minutes", "callers");
        assertThat(spoken).contains("cmn 查询请按一，报修请按二。", "cmn 5").doesNotHaveDuplicates();
        int before = spoken.size();
        assertThat(prompts().of(flow(), Flow.Language.ZH)).isEqualTo(files);
        assertThat(spoken).hasSize(before);
    }

    @Test
    void whatThePbxReadsIsAWavFileOfTheLinesRateThatEverybodyMayRead() throws IOException {
        Path file = Path.of(prompts().ofCatalogue("welcome", Flow.Language.ZH) + ".wav");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        Waveform line = Waveform.read(Files.readAllBytes(file));
        assertThat(line.rate()).isEqualTo(Waveform.LINE_RATE);
        assertThat(line.samples().length).isBetween(7_500, 8_500);
    }

    @Test
    void promptThatShipsIsTakenAsItIsAndARecordingComesBeforeIt() throws IOException {
        int made = ShippedPrompts.make(new ToneSpeech(), folder.resolve("shipped"));
        assertThat(made).isEqualTo(3 * Catalogue.names().size());
        assertThat(spoken).contains("cmn 您好，欢迎致电。", "yue 您好，欢迎致电。", "en Hello, and welcome.", "yue 60");
        spoken.clear();
        for (Flow.Language language : Flow.Language.values()) {
            for (String name : Catalogue.names()) {
                Path file = Path.of(prompts().ofCatalogue(name, language) + ".wav");
                assertThat(file).exists().hasParent(folder.resolve("made"));
            }
        }
        assertThat(spoken).isEmpty();
        prompts().ofText("今天闭馆。", Flow.Language.ZH);
        assertThat(spoken).containsExactly("cmn 今天闭馆。");
        String shipped = prompts().ofCatalogue("welcome", Flow.Language.ZH);
        Path recording = folder.resolve("recorded/zh/welcome.wav");
        Files.createDirectories(Objects.requireNonNull(recording.getParent()));
        Files.write(recording, tone(Waveform.LINE_RATE, 700).asWav());
        assertThat(prompts().ofCatalogue("welcome", Flow.Language.ZH)).isNotEqualTo(shipped);
    }

    @Test
    void recordingComesBeforeSpeech() throws IOException {
        Path recording = folder.resolve("recorded/zh/welcome.wav");
        Files.createDirectories(Objects.requireNonNull(recording.getParent()));
        Files.write(recording, tone(Waveform.LINE_RATE, 700).asWav());
        String file = prompts().ofCatalogue("welcome", Flow.Language.ZH);
        assertThat(spoken).isEmpty();
        assertThat(Files.size(Path.of(file + ".wav"))).isPositive();
    }

    @Test
    void recordingThatIsNoSoundIsNamed() throws IOException {
        Path recording = folder.resolve("recorded/zh/welcome.wav");
        Files.createDirectories(Objects.requireNonNull(recording.getParent()));
        Files.writeString(recording, "no sound");
        assertThatThrownBy(() -> prompts().ofCatalogue("welcome", Flow.Language.ZH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("welcome.wav")
                .hasMessageContaining("WAV");
    }

    @Test
    void missingProgramIsNamedWithTheWayOut() {
        Prompts prompts = new Prompts(
                folder, folder.resolve("made"), folder.resolve("shipped"), new Espeak(folder.resolve("espeak-ng")));
        assertThatThrownBy(() -> prompts.ofCatalogue("welcome", Flow.Language.ZH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("espeak-ng is missing")
                .hasMessageContaining("KEZHENG_ESPEAK");
    }

    @Test
    void toneKeepsItsPitchAtTheLinesRateAndWhatALineCannotCarryIsTakenOut() {
        assertThat(crossings(tone(SPOKEN_RATE, 1_000).forLine())).isBetween(1_980, 2_020);
        Waveform high = tone(SPOKEN_RATE, 6_000).forLine();
        // Its beginning and its end are clicks, which a line does carry.
        for (int i = 100; i < high.samples().length - 100; i++) {
            assertThat(Math.abs(high.samples()[i])).isLessThan(200);
        }
    }

    private Prompts prompts() {
        return new Prompts(
                folder.resolve("recorded"), folder.resolve("made"), folder.resolve("shipped"), new ToneSpeech());
    }

    private static Flow flow() {
        return Objects.requireNonNull(
                FlowReader.read(FlowExample.whole(), Set.of()).flow());
    }

    /// A second of a tone.
    private static Waveform tone(int rate, double hertz) {
        short[] samples = new short[rate];
        for (int i = 0; i < rate; i++) {
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Waveform(rate, samples);
    }

    private static int crossings(Waveform sound) {
        int count = 0;
        for (int i = 1; i < sound.samples().length; i++) {
            if ((sound.samples()[i - 1] < 0) != (sound.samples()[i] < 0)) {
                count++;
            }
        }
        return count;
    }
}
