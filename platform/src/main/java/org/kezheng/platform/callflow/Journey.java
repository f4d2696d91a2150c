package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.flows.Bookmark;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.FlowState;
import org.kezheng.platform.flows.Node;
import org.kezheng.platform.flows.Task;

/// One caller's way through a flow.
final class Journey {
    final FlowLine line;
    /// `null`: the flow has not begun, because it is not known yet who calls.
    @Nullable
    FlowState state;

    @Nullable
    Task task;
    /// The step that the line is doing; empty: none whose end will be told.
    String step = "";
    /// Nobody knows whether the last order was carried out.
    boolean isUnsure;
    /// The agent has hung up, and the flow goes on.
    boolean isAfterTalk;
    /// The caller is told that the call ends, because of a mark.
    boolean isTurnedAway;
    /// The caller has entered on this way what only the customer knows.
    boolean isVerifiedHere;
    /// The caller has pressed the key that leads to a person.
    boolean wantsPerson;
    /// The caller has left a message; one a call is kept.
    boolean hasLeftMessage;
    /// When the caller who waits is told something next.
    Instant tellsAt = Instant.MAX;
    /// What is known of the caller from the beginning.
    private final Set<Fact> facts = EnumSet.noneOf(Fact.class);

    Journey(FlowLine line) {
        this.line = line;
    }

    Set<Fact> facts() {
        return facts;
    }

    /// The queue in which the caller waits, if that is what the flow wants now.
    Node.@Nullable Queue waiting() {
        return task instanceof Task.Wait wait ? wait.node() : null;
    }

    /// The files of those prompts, in the caller's language.
    List<String> files(List<String> prompts) {
        FlowState now = state;
        return line.files(prompts, now == null ? null : now.language());
    }

    boolean isSaying() {
        return !step.isEmpty();
    }

    String mark() {
        FlowState now = state;
        return now == null ? "" : Bookmark.of(line.flow(), now).text();
    }

    /// Whether the caller goes on when the agent hangs up.
    boolean goesOnAfterTalk() {
        Node.Queue queue = waiting();
        return queue != null && queue.afterTalk() != null;
    }

    Set<Fact> knownFacts() {
        FlowState now = state;
        return now == null ? facts : now.facts();
    }

    boolean isRecordingRefused() {
        return hasFact(Fact.RECORDING_REFUSED);
    }

    boolean hasFact(Fact fact) {
        FlowState now = state;
        return now != null && now.facts().contains(fact);
    }
}
