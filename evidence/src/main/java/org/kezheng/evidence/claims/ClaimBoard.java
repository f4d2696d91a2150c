package org.kezheng.evidence.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// How each claim stands now, from the runs of this start alone: what was proven before a start is not known after it.
public final class ClaimBoard {
    private final Claims claims;
    private final Clock clock;
    private final Map<String, ProbeRun> lastRuns = new HashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private boolean areRecordsReachable = true;
    private Consumer<Change> onChange = change -> {};

    public ClaimBoard(Claims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
        Instant start = clock.instant();
        for (Claim claim : claims.all()) {
            Standing.Reason why = Judgement.of(claim, null, new Judgement.Moment(start, true));
            standings.put(claim.id(), new Standing(Judgement.stateFor(why), start, why));
        }
    }

    /// Is told of each change, one after the other. To be called before anything runs.
    public void onChange(Consumer<Change> listener) {
        onChange = listener;
    }

    public Claims claims() {
        return claims;
    }

    /// How the claim stands at this moment.
    public Standing standing(String claim) {
        refresh();
        synchronized (this) {
            return Objects.requireNonNull(standings.get(claim), claim);
        }
    }

    /// The last run of the probe since the start.
    public synchronized Optional<ProbeRun> lastRun(String probe) {
        return Optional.ofNullable(lastRuns.get(probe));
    }

    /// Takes a run in.
    void accept(ProbeRun run) {
        synchronized (this) {
            lastRuns.put(run.probe(), run);
        }
        refresh();
    }

    /// Tells that the records were found away; the watch says when they are back.
    public void recordsAreAway() {
        recordsReachable(false);
    }

    /// Whether the records could be reached when they were last looked for.
    public synchronized boolean areRecordsReachable() {
        return areRecordsReachable;
    }

    /// Takes in whether the records can be reached; without them nothing is green.
    void recordsReachable(boolean isReachable) {
        synchronized (this) {
            areRecordsReachable = isReachable;
        }
        refresh();
    }

    /// Judges anew: time alone makes a proof too old.
    void refresh() {
        List<Change> changes = new ArrayList<>();
        synchronized (this) {
            Instant now = clock.instant();
            Judgement.Moment moment = new Judgement.Moment(now, areRecordsReachable);
            for (Claim claim : claims.all()) {
                Standing before = Objects.requireNonNull(standings.get(claim.id()));
                Standing.Reason why =
                        Judgement.of(claim, claim.provenBy().map(lastRuns::get).orElse(null), moment);
                Standing.State state = Judgement.stateFor(why);
                if (state != before.state()) {
                    changes.add(new Change(claim.id(), before.state(), state, now));
                    standings.put(claim.id(), new Standing(state, now, why));
                } else if (why != before.why()) {
                    standings.put(claim.id(), new Standing(state, before.since(), why));
                }
            }
        }
        changes.forEach(onChange);
    }

    /// A claim stands otherwise than before.
    public record Change(String claim, Standing.State from, Standing.State to, Instant at) {}
}
