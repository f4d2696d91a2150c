package org.kezheng.platform.callflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.FlowState;
import org.kezheng.platform.flows.Interpreter;
import org.kezheng.platform.flows.Task;
import org.kezheng.platform.flows.Turn;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.Place;

/// Leads callers whom an agent has lent to self-service: to the engine they are held, and on the line they are in a
/// flow instead of hearing music. The flow's ends, and its queues, lead back to the agent.
///
/// Lending is not in the journal. After a restart of the platform the caller is held, and the agent takes the caller
/// back.
final class Lendings {

    private final Picture picture;
    private final Steps steps;

    Lendings(Picture picture, Steps steps) {
        this.picture = picture;
        this.steps = steps;
    }

    /// The agent who talks with the caller lends them. That is told at once, so that whoever asks next knows of it;
    /// the caller goes into the flow once the engine has put them aside.
    ///
    /// @return false when the agent has no such caller in hand; nothing happens then
    boolean lend(ContactId id, FlowLine line, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        OfferId talk = contact == null ? null : contact.talk;
        if (contact == null || talk == null || !isInHand(contact)) {
            return false;
        }
        // The caller is led by the call flow from here on, whatever the agent's phone does.
        contact.isHeldByPhone = false;
        contact.lent = new Lent(new Journey(line), talk);
        if (!contact.isHeld) {
            actions.add(new FlowAction.Submit(new Command.Hold(id)));
        }
        tell(contact, contact.lent, Lending.State.LENT, actions);
        return true;
    }

    private boolean isInHand(Contact contact) {
        return contact.stage == Contact.Stage.TALKING
                && contact.channel != null
                && contact.isCallers()
                && contact.lent == null
                && !isSomebodyAsked(contact);
    }

    private boolean isSomebodyAsked(Contact contact) {
        return contact.handOver != null || picture.consultation(contact).isPresent();
    }

    /// Where a caller goes who is put aside now. Whoever is lent goes into the flow at once: a second order, after one
    /// that parts the caller from the agent, might come before the line has carried that out.
    Place aside(Contact contact, List<FlowAction> actions) {
        Lent lent = contact.lent;
        if (lent == null) {
            return new Place.Waiting();
        }
        if (lent.way().state == null) {
            begin(contact, lent, actions);
        }
        Task task = lent.way().task;
        LineTask asked = task == null ? null : asked(lent.way(), task);
        if (asked == null) {
            decide(contact, lent, task, actions);
            return new Place.Waiting();
        }
        return steps.leading(contact, lent.way(), asked);
    }

    /// The caller has been aside before being lent.
    void beginAside(Contact contact, List<FlowAction> actions) {
        Lent lent = contact.lent;
        if (lent != null && lent.way().state == null) {
            begin(contact, lent, actions);
            run(contact, lent, actions);
        }
    }

    private void begin(Contact contact, Lent lent, List<FlowAction> actions) {
        Journey before = contact.journey;
        Set<Fact> facts = before == null ? Set.of() : before.knownFacts();
        Flow.Language language = before == null || before.state == null ? null : before.state.language();
        Interpreter interpreter = lent.way().line.interpreter();
        take(contact, lent, interpreter.begin(facts, language, picture.now), actions);
    }

    /// The engine did not let the caller be put aside.
    void notAside(Contact contact, List<FlowAction> actions) {
        if (!contact.isHeld) {
            over(contact, actions);
        }
    }

    /// The caller is aside no more, or the talk is another agent's.
    void over(Contact contact, List<FlowAction> actions) {
        Lent lent = contact.lent;
        if (lent != null) {
            contact.lent = null;
            if (contact.stage == Contact.Stage.TALKING) {
                contact.wasLent = contact.seat != Contact.Seat.JOINED;
                tell(contact, lent, lent.back() == null ? Lending.State.TAKEN_BACK : lent.back(), actions);
            }
        }
    }

    /// The line has done a step; false when it was none of a caller's who is lent.
    boolean stepDone(Contact contact, String step, String keys, List<FlowAction> actions) {
        Lent lent = contact.lent;
        if (lent == null || !lent.way().step.equals(step)) {
            return false;
        }
        lent.way().step = "";
        next(contact, lent, Journeys.outcome(lent.way(), keys), actions);
        return true;
    }

    /// What a caller entered has been compared; false when it was not a caller who is lent.
    boolean compared(Contact contact, Task.Outcome.Compared outcome, List<FlowAction> actions) {
        Lent lent = contact.lent;
        if (lent == null || !(lent.way().task instanceof Task.Compare)) {
            return false;
        }
        if (outcome.isRight()) {
            lent.way().isVerifiedHere = true;
            verifiedForLater(contact);
        }
        next(contact, lent, outcome, actions);
        return true;
    }

    /// The flow in which the caller goes on after the talk knows it, too.
    private static void verifiedForLater(Contact contact) {
        Journey own = contact.journey;
        if (own != null) {
            own.facts().add(Fact.VERIFIED);
            FlowState state = own.state;
            own.state = state == null ? null : state.with(Fact.VERIFIED);
        }
    }

    /// The link is back: the line does its step again.
    void repeat(Contact contact, List<FlowAction> actions) {
        Lent lent = contact.lent;
        if (lent != null && lent.way().task != null && contact.seat == Contact.Seat.ASIDE) {
            lent.way().isUnsure = false;
            run(contact, lent, actions);
        }
    }

    private void next(Contact contact, Lent lent, Task.Outcome outcome, List<FlowAction> actions) {
        FlowState state = lent.way().state;
        Interpreter interpreter = lent.way().line.interpreter();
        if (state != null) {
            take(contact, lent, interpreter.next(state, outcome, picture.now), actions);
            run(contact, lent, actions);
        }
    }

    private void take(Contact contact, Lent lent, Turn turn, List<FlowAction> actions) {
        lent.way().state = turn.state();
        lent.way().task = turn.task();
        lent.way().wantsPerson |= turn.isForPerson();
        if (!turn.notes().isEmpty()) {
            actions.add(new FlowAction.KeepNotes(
                    contact.id, lent.way().line, picture.now, new ArrayList<>(turn.notes()), FlowAction.Ending.NONE));
        }
    }

    private void run(Contact contact, Lent lent, List<FlowAction> actions) {
        Task task = lent.way().task;
        LineTask asked = task == null ? null : asked(lent.way(), task);
        if (!picture.isConnected) {
            lent.way().isUnsure = true;
        } else if (asked == null) {
            decide(contact, lent, task, actions);
        } else {
            steps.lead(contact, lent.way(), asked, actions);
        }
    }

    /// What the line does for that; `null`: nothing.
    private static @Nullable LineTask asked(Journey way, Task task) {
        return switch (task) {
            case Task.Say(var prompts) -> LineTask.Ask.saying(way.files(prompts));
            case Task.Ask ask -> Journeys.asking(way, ask);
            case Task.End(var prompts) -> prompts.isEmpty() ? null : LineTask.Ask.saying(way.files(prompts));
            case Task.Compare _, Task.Wait _, Task.KeepPlace _, Task.TakeMessage _ -> null;
        };
    }

    /// What the line has no part in: a comparison, or the way back.
    private void decide(Contact contact, Lent lent, @Nullable Task task, List<FlowAction> actions) {
        if (task instanceof Task.Compare(var digits)) {
            actions.add(new FlowAction.Compare(contact.id, lent.way().line.client(), digits));
        } else {
            boolean isWish = task instanceof Task.Wait && lent.way().wantsPerson;
            back(contact, lent, isWish ? Lending.State.ASKED_FOR_AGENT : Lending.State.DONE, actions);
        }
    }

    /// The step has ended, so the line plays music until the engine has the caller talk again; while a colleague is
    /// consulted, until the agent has the caller back.
    private void back(Contact contact, Lent lent, Lending.State why, List<FlowAction> actions) {
        contact.lent = new Lent(lent.way(), lent.talk(), why);
        if (isSomebodyAsked(contact)) {
            over(contact, actions);
        } else {
            actions.add(new FlowAction.Submit(new Command.Resume(contact.id)));
        }
    }

    private void tell(Contact contact, Lent lent, Lending.State state, List<FlowAction> actions) {
        FlowState at = lent.way().state;
        Lending lending = new Lending(
                lent.way().line.flow().code(),
                state,
                picture.now,
                lent.way().isVerifiedHere,
                at == null ? new TreeMap<>() : at.variables());
        actions.add(new FlowAction.TellLending(contact.id, lent.talk(), lent.way().line, lending));
    }

    /// A caller who is lent.
    ///
    /// @param back why the caller is on the way back; `null`: they are in the flow
    record Lent(Journey way, OfferId talk, Lending.@Nullable State back) {
        Lent(Journey way, OfferId talk) {
            this(way, talk, null);
        }
    }
}
