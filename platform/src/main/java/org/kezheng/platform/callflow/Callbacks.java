package org.kezheng.platform.callflow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.Task;

/// Callers who ask to be called back instead of waiting: their place goes over to a contact that the agent's
/// answer begins. Each method gives what the flow is told, or nothing while that is not known.
///
/// While a phone rings for the caller nothing is taken from it: the caller talks to that agent or, when nobody
/// answers, is asked for again.
final class Callbacks {
    private final Picture picture;

    Callbacks(Picture picture) {
        this.picture = picture;
    }

    /// The flow wants the place kept.
    Optional<Task.Outcome> begin(Contact contact, Journey journey, List<FlowAction> actions) {
        boolean isOver = contact.stage == Contact.Stage.ENDED || contact.stage == Contact.Stage.TALKING;
        if (isOver || journey.hasFact(Fact.ANONYMOUS)) {
            return Optional.of(new Task.Outcome.Nothing());
        }
        contact.callback = null;
        actions.add(new FlowAction.PrepareCallback(contact.id, journey.line.client()));
        return Optional.empty();
    }

    /// It is known whether the caller can be called back.
    ///
    /// @param callback the contact in which that will be; `null`: it cannot
    Optional<Task.Outcome> prepared(
            Contact contact, QueueId queue, @Nullable ContactId callback, List<FlowAction> actions) {
        if (callback == null) {
            return Optional.of(new Task.Outcome.Nothing());
        }
        contact.callback = callback;
        if (contact.stage == Contact.Stage.LED) {
            arrive(contact, queue, actions);
        } else if (!contact.queue.equals(queue)) {
            actions.add(new FlowAction.Submit(new Command.Move(contact.id, queue)));
        }
        takeIfFree(contact, actions);
        return Optional.empty();
    }

    private static void arrive(Contact contact, QueueId queue, List<FlowAction> actions) {
        Journey journey = contact.journey;
        if (journey != null) {
            contact.stage = Contact.Stage.ANNOUNCED;
            contact.queue = queue;
            actions.add(new FlowAction.Submit(new Command.Arrive(
                    contact.id,
                    journey.line.client(),
                    queue,
                    ContactKind.CALL,
                    0,
                    journey.hasFact(Fact.VIP),
                    0,
                    new AgentWish.Anyone())));
        }
    }

    /// The phone that rang for the caller was not answered.
    ///
    /// @return whether the place is asked for again, so that the caller waits for nothing else
    boolean isAskedAgain(Contact contact, List<FlowAction> actions) {
        Journey journey = contact.journey;
        boolean isAsked = contact.callback != null && journey != null && journey.task instanceof Task.KeepPlace;
        if (isAsked) {
            takeIfFree(contact, actions);
        }
        return isAsked;
    }

    /// The engine has been asked for the place.
    Optional<Task.Outcome> taken(Contact contact) {
        if (contact.hasEnded()) {
            return Optional.of(new Task.Outcome.Done());
        }
        if (isRungFor(contact) || contact.stage == Contact.Stage.TALKING) {
            return Optional.empty();
        }
        contact.callback = null;
        return Optional.of(new Task.Outcome.Nothing());
    }

    private void takeIfFree(Contact contact, List<FlowAction> actions) {
        ContactId callback = contact.callback;
        if (callback != null && !isRungFor(contact)) {
            actions.add(new FlowAction.Submit(new Command.TakeCallback(contact.id, callback)));
        }
    }

    private boolean isRungFor(Contact contact) {
        return picture.offers.values().stream()
                .anyMatch(offer -> offer.contact().equals(contact.id));
    }
}
