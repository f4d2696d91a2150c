package org.kezheng.platform.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.http.Problem;

/// Pauses of a running recording: noted before the PBX is asked, ended by the agent or by themselves.
final class PausesTest {
    private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    private final Line line = new Line();
    private final Hands clock = new Hands();
    private final List<Integer> told = new ArrayList<>();
    private Set<Long> together = Set.of(98L, 99L);
    private PauseMarks marks;
    private Pauses pauses;

    @BeforeEach
    void talk() throws IOException {
        Files.createDirectories(directory.resolve("spool"));
        Files.writeString(directory.resolve("spool/7.99.1.2001.customer.ulaw"), "");
        Files.writeString(directory.resolve("spool/7.99.1.2001.agent.ulaw"), "");
        marks = new PauseMarks(directory.resolve("pauses"));
        pauses = started();
    }

    @Test
    void aPauseLastsUntilTheAgentEndsIt() throws IOException {
        assertThat(pauses.pause(99, 2001)).isEqualTo(new Pauses.State(true, START, START.plus(LONGEST)));
        clock.now = START.plusSeconds(5);
        assertThat(pauses.pause(99, 2001).since()).isEqualTo(START);
        assertThat(pauses.resume(99, 2001).isPaused()).isFalse();
        assertThat(pauses.resume(99, 2001).isPaused()).isFalse();
        assertThat(line.asked).containsExactly("7 silent", "7 sounds");
        assertThat(marks.of(7)).containsExactly(new Pause(START, START.plusSeconds(5), "agent"));
    }

    @Test
    void aPauseEndsByItselfAfterTheLongestTimeAlsoAfterARestart() throws IOException {
        pauses.pause(99, 2001);
        clock.now = START.plus(LONGEST).minusMillis(1);
        pauses.tend();
        assertThat(pauses.of(99, 2001).isPaused()).isTrue();
        clock.now = START.plus(LONGEST);
        Pauses anew = started();
        line.outcome = RecordingSwitch.Outcome.NOT_DONE;
        anew.tend();
        assertThat(anew.of(99, 2001).isPaused()).isTrue();
        line.outcome = RecordingSwitch.Outcome.DONE;
        anew.tend();
        assertThat(anew.of(99, 2001).isPaused()).isFalse();
        assertThat(marks.of(7)).containsExactly(new Pause(START, START.plus(LONGEST), "limit"));
    }

    @Test
    void whatThePbxDoesNotPauseIsNotMarkedAndTheAgentIsTold() throws IOException {
        line.outcome = RecordingSwitch.Outcome.NOT_DONE;
        assertThatThrownBy(() -> pauses.pause(99, 2001)).isInstanceOf(Problem.class);
        assertThat(marks.of(7)).isEmpty();
        assertThat(line.asked).containsExactly("7 silent", "7 sounds");
    }

    @Test
    void whatThePbxDoesNotLetGoOnIsStillPausedAndTheAgentIsTold() {
        pauses.pause(99, 2001);
        line.outcome = RecordingSwitch.Outcome.NOT_DONE;
        assertThatThrownBy(() -> pauses.resume(99, 2001)).isInstanceOf(Problem.class);
        assertThat(pauses.of(99, 2001).isPaused()).isTrue();
    }

    @Test
    void onlyTheAgentOfARunningTalkPausesIt() throws IOException {
        assertThatThrownBy(() -> pauses.pause(99, 2002)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> pauses.pause(98, 2001)).isInstanceOf(Problem.class);
        Files.writeString(directory.resolve("spool/7.99.1.2001.end"), "");
        assertThatThrownBy(() -> pauses.pause(99, 2001)).isInstanceOf(Problem.class);
        assertThat(line.asked).isEmpty();
    }

    @Test
    void theAgentIsToldOfEachChangeAndOfNothingElse() {
        line.outcome = RecordingSwitch.Outcome.NOT_DONE;
        assertThatThrownBy(() -> pauses.pause(99, 2001)).isInstanceOf(Problem.class);
        assertThat(told).isEmpty();
        line.outcome = RecordingSwitch.Outcome.DONE;
        pauses.pause(99, 2001);
        pauses.pause(99, 2001);
        assertThat(told).containsExactly(2001);
        pauses.resume(99, 2001);
        pauses.resume(99, 2001);
        assertThat(told).containsExactly(2001, 2001);
        pauses.pause(99, 2001);
        clock.now = START.plus(LONGEST);
        pauses.tend();
        pauses.tend();
        assertThat(told).containsExactly(2001, 2001, 2001, 2001);
    }

    @Test
    void whoeverHearsTheTalkIsPausedWithItAndGoesOnWithItWhoeverOfThemAsks() throws IOException {
        colleague();
        pauses.pause(99, 2001);
        assertThat(pauses.of(98, 2002).isPaused()).isTrue();
        clock.now = START.plusSeconds(5);
        pauses.resume(98, 2002);
        assertThat(pauses.of(99, 2001).isPaused()).isFalse();
        assertThat(line.asked).containsExactlyInAnyOrder("7 silent", "8 silent", "7 sounds", "8 sounds");
        assertThat(marks.of(8)).containsExactly(new Pause(START, START.plusSeconds(5), "agent"));
        assertThat(told).containsExactlyInAnyOrder(2001, 2002, 2001, 2002);
    }

    @Test
    void whoeverComesIntoAPausedTalkIsPausedTooAndAllGoOnAtTheLimitTogether() throws IOException {
        pauses.pause(99, 2001);
        colleague();
        clock.now = START.plusSeconds(9);
        pauses.tend();
        assertThat(pauses.of(98, 2002).isPaused()).isTrue();
        clock.now = START.plus(LONGEST);
        pauses.tend();
        pauses.tend();
        assertThat(pauses.of(99, 2001).isPaused()).isFalse();
        assertThat(pauses.of(98, 2002).isPaused()).isFalse();
    }

    @Test
    void talkThatHearsNothingOfItIsLeftAlone() throws IOException {
        colleague();
        together = Set.of(99L);
        pauses.pause(99, 2001);
        assertThat(pauses.of(98, 2002).isPaused()).isFalse();
    }

    /// Somebody who was called about call 99.
    private void colleague() throws IOException {
        Files.writeString(directory.resolve("spool/8.98.1.2002.customer.ulaw"), "");
        Files.writeString(directory.resolve("spool/8.98.1.2002.agent.ulaw"), "");
    }

    private Pauses started() {
        Pauses.Recorder recorder = new Pauses.Recorder(new RunningTalks(directory.resolve("spool")), line);
        return new Pauses(recorder, marks, LONGEST, clock, new Pauses.Listening(contact -> together, told::add));
    }

    private static final class Line implements RecordingSwitch {
        private final List<String> asked = new ArrayList<>();
        private Outcome outcome = Outcome.DONE;

        @Override
        public Outcome silence(long offer, boolean isSilent) {
            asked.add(offer + (isSilent ? " silent" : " sounds"));
            return outcome;
        }
    }

    private static final class Hands extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
