package org.kezheng.platform.live;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.ReasonCode;

/// An agent in the read model.
final class LiveAgent {
    final int id;
    AgentState state = AgentState.SIGNED_OUT;

    @Nullable
    String reason;

    @Nullable
    AgentState next;

    Instant since;
    long contact;
    private LocalDate day = LocalDate.EPOCH;
    private int answeredToday;
    private long handleMillisToday;

    LiveAgent(int id, Instant since) {
        this.id = id;
        this.since = since;
    }

    void changes(Event.AgentStateChanged change, Instant at, LocalDate today) {
        turnTo(today);
        if (state == AgentState.TALKING || state == AgentState.WRAP_UP) {
            handleMillisToday += at.toEpochMilli() - since.toEpochMilli();
        }
        state = change.to();
        reason =
                change.reason().equals(ReasonCode.NONE) ? null : change.reason().value();
        contact = change.contact();
        since = at;
        if (!isBusy()) {
            next = null;
        }
    }

    void answers(LocalDate today) {
        turnTo(today);
        answeredToday++;
    }

    boolean isBusy() {
        return state == AgentState.RINGING || state == AgentState.TALKING || state == AgentState.WRAP_UP;
    }

    AgentView.Today today(LocalDate today) {
        turnTo(today);
        return new AgentView.Today(answeredToday, handleMillisToday);
    }

    private void turnTo(LocalDate today) {
        if (!day.equals(today)) {
            day = today;
            answeredToday = 0;
            handleMillisToday = 0;
        }
    }
}
