package org.kezheng.evidence.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.security.tenancy.ClientId;

/// Steps that are taken in one transaction: consecutive, of one client at most, and at most [#MAX_STEPS].
final class ProjectionRun {
    static final int MAX_STEPS = 200;

    private final ProjectionPosition from;
    private final List<Step> steps = new ArrayList<>();
    private ProjectionPosition after;
    private @Nullable ClientId client;

    ProjectionRun(ProjectionPosition from) {
        this.from = from;
        this.after = from;
    }

    boolean accepts(Optional<ClientId> clientOfStep) {
        boolean isOfOther = client != null
                && clientOfStep.isPresent()
                && !clientOfStep.get().equals(client);
        return !isOfOther && steps.size() < MAX_STEPS;
    }

    void add(Step step, Optional<ClientId> clientOfStep) {
        steps.add(step);
        after = step.after();
        clientOfStep.ifPresent(of -> client = of);
    }

    /// The record is through, also one without events.
    void finish(JournalRecord record) {
        after = new ProjectionPosition(record.position(), 0);
    }

    boolean isIdle() {
        return after.equals(from);
    }

    /// Where the tables must stand before.
    ProjectionPosition from() {
        return from;
    }

    /// Where they stand afterwards.
    ProjectionPosition after() {
        return after;
    }

    List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    Optional<ClientId> client() {
        return Optional.ofNullable(client);
    }
}
