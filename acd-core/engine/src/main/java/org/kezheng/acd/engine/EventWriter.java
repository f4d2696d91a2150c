package org.kezheng.acd.engine;

/// Takes the events of a command, in order, as plain values: one method for each kind of [Event], and no object
/// for each event.
public interface EventWriter {
    void configurationApplied(long version);

    void configurationProblemFound(ConfigurationProblem problem);

    void contactQueued(
            long contact, int client, int queue, long arrivalNumber, ContactKind kind, int priority, long precursor);

    void contactMoved(long contact, int from, int to, MoveCause cause);

    void ringReached(long contact, int ring);

    void waitEstimated(long contact, long micros, long errorMicros);

    void offerMade(long offer, long contact, int agent, RuleId rule, int ring);

    void offerRang(long offer, long contact, int agent);

    void offerEnded(long offer, long contact, int agent, OfferOutcome outcome);

    void contactRequeued(long contact);

    void contactAnswered(long contact, long offer, int agent);

    void contactHeld(long contact);

    void contactResumed(long contact);

    /// The contact leaves its agent.
    ///
    /// @param agent 0: to the queue
    void contactTransferred(long contact, int from, int queue, int agent);

    void contactEnded(long contact, ContactOutcome outcome);

    void wrapUpEnded(int agent, long contact, DispositionCode disposition);

    void wrapUpExtended(int agent, long contact);

    void agentStateChanged(int agent, AgentState from, AgentState to, ReasonCode reason, long contact);

    void nextStateChosen(int agent, AgentState next, ReasonCode reason);

    void ringRequested(long effect, long offer, long contact, int agent);

    void stopRingingRequested(long effect, long offer);

    void disconnectRequested(long effect, long contact);

    void divertRequested(long effect, long contact, Diversion to);

    void effectSettled(long effect);

    void commandRefused(Refusal refusal);
}
