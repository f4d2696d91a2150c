package org.kezheng.platform.recordings;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pauses running recordings, as while a customer reads out the number of a card. What is on the disk is noted
/// before the PBX is asked, so that no gap is without its mark. A pause ends by the agent, or by itself after the
/// longest time, also when the platform was away meanwhile.
///
/// Who talks in a conference is heard in the recording of each agent, so all of them are paused, and go on, together.
final class Pauses {
    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);

    private final Recorder recorder;
    private final PauseMarks marks;
    private final Duration longest;
    private final Clock clock;
    private final Listening listening;

    Pauses(Recorder recorder, PauseMarks marks, Duration longest, Clock clock, Listening listening) {
        this.recorder = recorder;
        this.marks = marks;
        this.longest = longest;
        this.clock = clock;
        this.listening = listening;
    }

    /// Whose voices are heard where, and who hears of a change.
    ///
    /// @param together the calls whose parties may meet in a talk about this one, itself included
    /// @param changed told the agent whose recording is paused, or goes on
    record Listening(LongFunction<Set<Long>> together, IntConsumer changed) {}

    /// What the PBX records, and what silences it.
    record Recorder(RunningTalks talks, RecordingSwitch pbx) {}

    /// How a running recording stands.
    ///
    /// @param until when it goes on by itself
    record State(
            boolean isPaused,
            @Nullable Instant since,
            @Nullable Instant until) {}

    synchronized State of(long contact, int agent) {
        return state(talk(contact, agent));
    }

    /// Repeating it changes nothing.
    synchronized State pause(long contact, int agent) {
        long offer = talk(contact, agent);
        if (marks.open(offer).isEmpty()) {
            begin(offer);
            listening.changed().accept(agent);
        }
        follow(contact);
        return state(offer);
    }

    /// Pauses what else hears the talk.
    ///
    /// @throws Problem when one of them cannot be: what was paused before stays so
    private void follow(long contact) {
        for (Recording.Name other : recorder.talks().in(listening.together().apply(contact))) {
            if (marks.open(other.offer()).isEmpty()) {
                begin(other.offer());
                listening.changed().accept(other.agent());
            }
        }
    }

    /// Repeating it changes nothing.
    synchronized State resume(long contact, int agent) {
        long offer = talk(contact, agent);
        if (marks.open(offer).isPresent() && !endAll(contact, Pause.BY_AGENT)) {
            throw Problem.unavailable(
                    "recording.pbx", "The PBX did not let the recording go on; it is still paused. Try again");
        }
        return state(offer);
    }

    /// Ends pauses that have lasted too long, and pauses whoever has come into a paused talk since.
    synchronized void tend() {
        try {
            for (long offer : marks.offers()) {
                tend(offer);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.atError().setCause(failure).log("A paused recording cannot be let go on now; it is tried again");
        }
    }

    /// What cannot be done for one keeps no other from being tended.
    private void tend(long offer) {
        Optional<Pause> open = marks.open(offer);
        Optional<Recording.Name> talk = recorder.talks().of(offer);
        if (open.isPresent() && talk.isPresent()) {
            try {
                tend(talk.get(), open.get());
            } catch (Problem refused) {
                LOG.atWarn()
                        .addKeyValue("offer", offer)
                        .addKeyValue("rule", refused.rule())
                        .log("A recording that hears a paused talk cannot be paused now; it is tried again");
            }
        }
    }

    private void tend(Recording.Name talk, Pause pause) {
        if (pause.from().plus(longest).isAfter(clock.instant())) {
            follow(talk.contact());
        } else {
            endAll(talk.contact(), Pause.BY_LIMIT);
        }
    }

    /// Whether all go on that were paused together.
    private boolean endAll(long contact, String by) {
        boolean isDone = true;
        for (Recording.Name talk : recorder.talks().in(listening.together().apply(contact))) {
            Optional<Pause> open = marks.open(talk.offer());
            if (open.isPresent()) {
                boolean isEnded = end(talk.offer(), open.get(), by);
                isDone &= isEnded;
                if (isEnded) {
                    listening.changed().accept(talk.agent());
                }
            }
        }
        return isDone;
    }

    private void begin(long offer) {
        try {
            marks.begin(offer, Pause.begun(now()));
            if (recorder.pbx().silence(offer, true) != RecordingSwitch.Outcome.DONE) {
                // It may be silent all the same, when only the answer was lost.
                recorder.pbx().silence(offer, false);
                marks.change(offer, null);
                throw Problem.unavailable(
                        "recording.pbx", "The PBX did not pause the recording; it goes on. Try again");
            }
        } catch (IOException refused) {
            LOG.atError().setCause(refused).log("A pause of a recording cannot be noted");
            throw Problem.unavailable("recording.mark", "The pause cannot be noted, so the recording goes on");
        }
    }

    private boolean end(long offer, Pause pause, String by) {
        try {
            boolean isDone = recorder.pbx().silence(offer, false) == RecordingSwitch.Outcome.DONE;
            if (isDone) {
                marks.change(offer, pause.ended(now(), by));
            }
            return isDone;
        } catch (IOException refused) {
            LOG.atError().setCause(refused).log("The end of a pause cannot be noted");
            return false;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private State state(long offer) {
        return marks.open(offer)
                .map(pause -> new State(true, pause.from(), pause.from().plus(longest)))
                .orElseGet(() -> new State(false, null, null));
    }

    private long talk(long contact, int agent) {
        return recorder.talks()
                .of(contact, agent)
                .orElseThrow(() -> Problem.conflict(
                        "recording.no-talk", "No recording of a talk of yours in this call is running"))
                .offer();
    }
}
