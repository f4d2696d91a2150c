package org.kezheng.platform.whatif;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.directory.SelfTest;

/// Counts a day from the engine's events, recorded or modelled: the calls that arrived in it, and the agents' time
/// in it. Definitions are those of the measures: waits end with the first answer, a call answered in time counts
/// for the service level among all offered, busy are ringing, talking and wrap-up, of the time signed in and not
/// away.
final class DayFigures {
    private static final long SERVICE_LEVEL_MICROS = MeasureScope.SERVICE_LEVEL.toNanos() / 1_000;

    private final Day day;
    private final IntPredicate counts;
    private final Map<Long, Long> waitingSince = new HashMap<>();
    private final Map<Integer, Standing> standings = new HashMap<>();
    private int offered;
    private int answered;
    private int answeredInTime;
    private int abandoned;
    private int otherwise;
    private long waitMicros;
    private long longestWaitMicros;
    private long busyMicros;
    private long thereMicros;

    private record Standing(AgentState state, long sinceMicros) {}

    /// @param counts the queues whose calls count, by id
    DayFigures(Day day, IntPredicate counts) {
        this.day = day;
        this.counts = counts;
    }

    void follow(Event event, long micros) {
        switch (event) {
            case Event.ContactQueued queued -> {
                if (queued.kind() != ContactKind.INTERNAL
                        && day.has(micros)
                        && counts.test(queued.queue().value())) {
                    offered++;
                    waitingSince.put(queued.contact().value(), micros);
                }
            }
            case Event.ContactAnswered answer -> {
                Long since = waitingSince.remove(answer.contact().value());
                if (since != null) {
                    answered(micros - since);
                }
            }
            case Event.ContactEnded ended -> {
                if (waitingSince.remove(ended.contact().value()) != null) {
                    if (ended.outcome() == ContactOutcome.ABANDONED) {
                        abandoned++;
                    } else {
                        otherwise++;
                    }
                }
            }
            case Event.AgentStateChanged changed -> {
                // The platform's own agent is nobody's working time.
                if (!changed.agent().equals(SelfTest.AGENT)) {
                    changed(changed, micros);
                }
            }
            default -> {
                // Nothing that is counted.
            }
        }
    }

    /// At the day's end: whoever is there is there until then, as far as it is known.
    DayFigures finish() {
        standings.forEach((agent, standing) -> count(standing, day.knownToMicros()));
        standings.clear();
        return this;
    }

    private void answered(long wait) {
        answered++;
        answeredInTime += wait <= SERVICE_LEVEL_MICROS ? 1 : 0;
        waitMicros += wait;
        longestWaitMicros = Math.max(longestWaitMicros, wait);
    }

    private void changed(Event.AgentStateChanged changed, long micros) {
        Standing before = standings.put(changed.agent().value(), new Standing(changed.to(), micros));
        if (before != null) {
            count(before, micros);
        }
    }

    private void count(Standing standing, long untilMicros) {
        long from = Math.max(standing.sinceMicros(), day.fromMicros());
        long micros = Math.min(untilMicros, day.knownToMicros()) - from;
        boolean isThere = standing.state() != AgentState.SIGNED_OUT && standing.state() != AgentState.NOT_READY;
        if (micros > 0 && isThere) {
            thereMicros += micros;
            busyMicros += standing.state() == AgentState.READY ? 0 : micros;
        }
    }

    int offered() {
        return offered;
    }

    int answered() {
        return answered;
    }

    int abandoned() {
        return abandoned;
    }

    /// Ended otherwise before an answer, or not ended within the day.
    int otherwise() {
        return otherwise + waitingSince.size();
    }

    /// In percent; 0 without calls.
    double serviceLevel() {
        return offered == 0 ? 0 : 100.0 * answeredInTime / offered;
    }

    /// In seconds, of those answered.
    double averageWait() {
        return answered == 0 ? 0 : waitMicros / 1e6 / answered;
    }

    /// In seconds, of those answered.
    double longestWait() {
        return longestWaitMicros / 1e6;
    }

    /// In percent; 0 when nobody was there.
    double occupancy() {
        return thereMicros == 0 ? 0 : 100.0 * busyMicros / thereMicros;
    }
}
