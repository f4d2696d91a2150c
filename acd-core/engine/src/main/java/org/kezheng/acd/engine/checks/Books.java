package org.kezheng.acd.engine.checks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.EngineView.Stage;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.RuleId;

/// What an engine's events tell, and nothing else.
final class Books {
    final Map<Long, Entry> contacts = new LinkedHashMap<>();
    final Map<Integer, AgentState> agents = new LinkedHashMap<>();
    final Map<EffectId, Effect> pending = new LinkedHashMap<>();
    final Map<ContactOutcome, Integer> ended = new EnumMap<>(ContactOutcome.class);
    /// Made since [#begin], with who waited at that moment.
    final List<MadeOffer> offers = new ArrayList<>();

    long queued;

    /// A contact that is here.
    record Entry(int queue, Stage stage, int agent, long offer, boolean wasAnswered, boolean isHeld) {
        Entry with(Stage newStage, int newAgent, long newOffer) {
            return new Entry(queue, newStage, newAgent, newOffer, wasAnswered, false);
        }

        Entry in(int newQueue) {
            return new Entry(newQueue, stage, agent, offer, wasAnswered, isHeld);
        }

        Entry answered() {
            return new Entry(queue, Stage.TALKING, agent, offer, true, false);
        }

        Entry held(boolean held) {
            return new Entry(queue, stage, agent, offer, wasAnswered, held);
        }
    }

    record MadeOffer(long contact, int agent, RuleId rule, int ring, List<Long> alsoWaiting) {}

    void begin() {
        offers.clear();
    }

    void enter(Event event) {
        switch (event) {
            case Event.ContactQueued e -> {
                Entry entry = new Entry(e.queue().value(), Stage.WAITING, 0, 0, false, false);
                require(contacts.put(e.contact().value(), entry) == null, "a contact is queued once");
                require(e.arrivalNumber() == ++queued, "arrivals are numbered without gaps");
            }
            case Event.ContactMoved e -> {
                Entry entry = here(e.contact());
                require(entry.queue() == e.from().value(), "a contact is moved from where it is");
                contacts.put(e.contact().value(), entry.in(e.to().value()));
            }
            case Event.RingReached e -> require(here(e.contact()).stage() == Stage.WAITING, "rings are for who waits");
            case Event.WaitEstimated e -> require(here(e.contact()).stage() == Stage.WAITING, "who waits is told");
            case Event.OfferMade e -> offer(e);
            case Event.OfferRang e -> rings(e.contact(), e.offer(), e.agent());
            case Event.OfferEnded e -> rings(e.contact(), e.offer(), e.agent());
            case Event.ContactRequeued e -> move(e.contact(), Stage.RINGING, Stage.WAITING);
            case Event.ContactAnswered e -> {
                rings(e.contact(), e.offer(), e.agent());
                contacts.put(e.contact().value(), here(e.contact()).answered());
            }
            case Event.ContactHeld e -> hold(e.contact(), true);
            case Event.ContactResumed e -> hold(e.contact(), false);
            case Event.ContactTransferred e -> {
                require(here(e.contact()).agent() == e.from().value(), "an agent transfers an own contact");
                move(e.contact(), Stage.TALKING, Stage.WAITING);
                contacts.put(e.contact().value(), here(e.contact()).in(e.queue().value()));
            }
            case Event.ContactEnded e -> end(e);
            case Event.AgentStateChanged e -> changeAgent(e.agent(), e.from(), e.to());
            case Event.EffectRequested e ->
                require(pending.put(e.id(), e.effect()) == null, "an effect is requested once");
            case Event.EffectSettled e -> require(pending.remove(e.id()) != null, "a pending effect is settled");
            case Event.WrapUpEnded e -> {}
            case Event.WrapUpExtended e -> {}
            case Event.NextStateChosen e -> {}
            case Event.ConfigurationApplied e -> {}
            case Event.ConfigurationProblemFound e -> {}
            case Event.CommandRefused e -> {}
        }
    }

    private void offer(Event.OfferMade made) {
        long contact = made.contact().value();
        Entry entry = here(made.contact());
        require(entry.stage() == Stage.WAITING, "who waits is offered");
        List<Long> also = new ArrayList<>();
        contacts.forEach((id, other) -> {
            if (other.stage() == Stage.WAITING && id != contact && other.queue() == entry.queue()) {
                also.add(id);
            }
        });
        offers.add(new MadeOffer(contact, made.agent().value(), made.rule(), made.ring(), also));
        contacts.put(
                contact,
                entry.with(Stage.RINGING, made.agent().value(), made.offer().value()));
    }

    private void rings(ContactId contact, OfferId offer, AgentId agent) {
        Entry entry = here(contact);
        require(entry.stage() == Stage.RINGING, "only what rings is told to");
        require(entry.offer() == offer.value() && entry.agent() == agent.value(), "offer and agent are the contact's");
    }

    private void hold(ContactId contact, boolean isHeld) {
        Entry entry = here(contact);
        require(entry.stage() == Stage.TALKING && entry.isHeld() != isHeld, "a talk is held, then resumed");
        contacts.put(contact.value(), entry.held(isHeld));
    }

    private void move(ContactId contact, Stage from, Stage to) {
        Entry entry = here(contact);
        require(entry.stage() == from, "a contact goes from " + from + " to " + to);
        contacts.put(contact.value(), entry.with(to, 0, 0));
    }

    private void end(Event.ContactEnded event) {
        Entry entry = here(event.contact());
        boolean isAnswered = event.outcome() == ContactOutcome.ANSWERED;
        require(isAnswered == entry.wasAnswered(), "answered are those whom an agent took");
        contacts.remove(event.contact().value());
        ended.merge(event.outcome(), 1, Integer::sum);
    }

    private void changeAgent(AgentId agent, AgentState from, AgentState to) {
        AgentState before = agents.put(agent.value(), to);
        boolean follows = from == (before == null ? AgentState.SIGNED_OUT : before);
        if (!follows) {
            throw new InvariantBroken(Invariant.FIGURES_AGREE, "an agent's states follow each other");
        }
    }

    private Entry here(ContactId contact) {
        @Nullable Entry entry = contacts.get(contact.value());
        require(entry != null, "what is told of a contact is told before it ends");
        return Objects.requireNonNull(entry);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new InvariantBroken(Invariant.ENDS_ONCE, what);
        }
    }
}
