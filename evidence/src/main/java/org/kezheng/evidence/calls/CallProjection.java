package org.kezheng.evidence.calls;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.ReasonCode;

/// What each event means for the tables. Called in a transaction of the event's client.
final class CallProjection {
    private final EntityManager entities;

    CallProjection(EntityManager entities) {
        this.entities = entities;
    }

    void apply(Step step) {
        Instant at = step.at();
        switch (step.event()) {
            case Event.ContactQueued queued -> begin(step, queued);
            case Event.OfferMade made -> offer(step, made);
            case Event.OfferRang rang -> {
                onOffer(rang.offer().value(), offer -> offer.rings(at));
                onCall(rang.contact().value(), call -> call.rings(at));
            }
            case Event.OfferEnded ended ->
                onOffer(
                        ended.offer().value(),
                        offer -> offer.ends(word(ended.outcome().name()), at));
            case Event.ContactAnswered answered ->
                onCall(
                        answered.contact().value(),
                        call -> call.isAnswered(answered.agent().value(), at));
            case Event.ContactHeld held -> onCall(held.contact().value(), call -> call.isHeld(at));
            case Event.ContactResumed resumed -> onCall(resumed.contact().value(), call -> call.isResumed(at));
            case Event.ContactTransferred transferred ->
                endTalk(found(CallRecord.class, transferred.contact().value()), at);
            case Event.ContactEnded ended -> {
                CallRecord call = found(CallRecord.class, ended.contact().value());
                endTalk(call, at);
                call.ends(word(ended.outcome().name()), at);
            }
            case Event.WrapUpEnded wrapUp -> {
                if (!wrapUp.disposition().equals(DispositionCode.NONE)) {
                    onCall(
                            wrapUp.contact().value(),
                            call -> call.isWrappedUp(wrapUp.disposition().value()));
                }
            }
            case Event.AgentStateChanged changed -> change(step, changed);
            // The contact's record goes on as it was, and the rest says nothing about contacts or agents' time.
            case Event.ContactRequeued ignored -> {}
            case Event.ContactMoved ignored -> {}
            case Event.RingReached ignored -> {}
            case Event.WaitEstimated ignored -> {}
            case Event.WrapUpExtended ignored -> {}
            case Event.ConfigurationProblemFound ignored -> {}
            case Event.NextStateChosen ignored -> {}
            case Event.ConfigurationApplied ignored -> {}
            case Event.EffectRequested ignored -> {}
            case Event.EffectSettled ignored -> {}
            case Event.CommandRefused ignored -> {}
        }
    }

    private void begin(Step step, Event.ContactQueued queued) {
        entities.persist(new CallRecord(queued, step.at(), step.record().position()));
    }

    private void offer(Step step, Event.OfferMade made) {
        CallRecord call = found(CallRecord.class, made.contact().value());
        CallOffer.Key key =
                new CallOffer.Key(made.offer().value(), made.contact().value(), call.client());
        entities.persist(new CallOffer(
                key,
                made.agent().value(),
                made.rule().code(),
                step.at(),
                step.record().position()));
    }

    /// The talk of the agent who has the contact, if one has, is over; the call may go on with another.
    private void endTalk(CallRecord call, Instant at) {
        call.isResumed(at);
        if (!call.wasAnswered()) {
            return;
        }
        List<CallOffer> talks = entities.createQuery(
                        "select o from CallOffer o where o.contactId = :contact and o.outcome = :answered",
                        CallOffer.class)
                .setParameter("contact", call.contact())
                .setParameter("answered", word(OfferOutcome.ANSWERED.name()))
                .getResultList();
        long holdBefore = talks.stream().mapToLong(CallOffer::holdMicros).sum();
        talks.stream().filter(CallOffer::talks).forEach(talk -> talk.endsTalk(at, call.holdMicros() - holdBefore));
    }

    private void change(Step step, Event.AgentStateChanged changed) {
        entities.createQuery(
                        "select i from AgentStateInterval i where i.agentId = :agent and i.endedAt is null",
                        AgentStateInterval.class)
                .setParameter("agent", changed.agent().value())
                .getResultList()
                .forEach(interval -> interval.ends(step.at()));
        // The old interval must be closed in the database before the new one opens: at most one is open for an agent.
        entities.flush();
        if (changed.to() != AgentState.SIGNED_OUT) {
            entities.persist(new AgentStateInterval(
                    new AgentStateInterval.Key(step.record().position(), step.ordinal()),
                    changed.agent().value(),
                    new AgentStateInterval.What(
                            word(changed.to().name()),
                            reason(changed),
                            changed.contact() == 0 ? null : changed.contact()),
                    step.at()));
        }
    }

    private void onCall(long contact, Consumer<CallRecord> change) {
        change.accept(found(CallRecord.class, contact));
    }

    private void onOffer(long offer, Consumer<CallOffer> change) {
        change.accept(found(CallOffer.class, offer));
    }

    private <T> T found(Class<T> kind, long id) {
        T row = entities.find(kind, id);
        if (row == null) {
            throw new IllegalStateException(
                    "No " + kind.getSimpleName() + " " + id + ": the tables do not follow the journal");
        }
        return row;
    }

    private static @Nullable String reason(Event.AgentStateChanged changed) {
        return changed.reason().equals(ReasonCode.NONE)
                ? null
                : changed.reason().value();
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
