package org.kezheng.benchmarks;

import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.EventWriter;
import org.kezheng.acd.engine.MoveCause;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.RuleId;

/// Takes every event, keeps the decisions, and makes nothing.
final class Listener implements EventWriter {
    private final DecisionHash decisions = new DecisionHash();

    DecisionHash decisions() {
        return decisions;
    }

    @Override
    public void offerMade(long offer, long contact, int agent, RuleId rule, int ring) {
        decisions.add(offer, contact, agent, rule.ordinal(), ring);
    }

    @Override
    public void configurationApplied(long version) {}

    @Override
    public void configurationProblemFound(ConfigurationProblem problem) {}

    @Override
    public void contactQueued(
            long contact, int client, int queue, long arrivalNumber, ContactKind kind, int priority, long precursor) {}

    @Override
    public void contactMoved(long contact, int from, int to, MoveCause cause) {}

    @Override
    public void ringReached(long contact, int ring) {}

    @Override
    public void waitEstimated(long contact, long micros, long errorMicros) {}

    @Override
    public void offerRang(long offer, long contact, int agent) {}

    @Override
    public void offerEnded(long offer, long contact, int agent, OfferOutcome outcome) {}

    @Override
    public void contactRequeued(long contact) {}

    @Override
    public void contactAnswered(long contact, long offer, int agent) {}

    @Override
    public void contactHeld(long contact) {}

    @Override
    public void contactResumed(long contact) {}

    @Override
    public void contactTransferred(long contact, int from, int queue, int agent) {}

    @Override
    public void contactEnded(long contact, ContactOutcome outcome) {}

    @Override
    public void wrapUpEnded(int agent, long contact, DispositionCode disposition) {}

    @Override
    public void wrapUpExtended(int agent, long contact) {}

    @Override
    public void agentStateChanged(int agent, AgentState from, AgentState to, ReasonCode reason, long contact) {}

    @Override
    public void nextStateChosen(int agent, AgentState next, ReasonCode reason) {}

    @Override
    public void ringRequested(long effect, long offer, long contact, int agent) {}

    @Override
    public void stopRingingRequested(long effect, long offer) {}

    @Override
    public void disconnectRequested(long effect, long contact) {}

    @Override
    public void divertRequested(long effect, long contact, Diversion to) {}

    @Override
    public void effectSettled(long effect) {}

    @Override
    public void commandRefused(Refusal refusal) {}
}
