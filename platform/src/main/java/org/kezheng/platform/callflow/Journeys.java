package org.kezheng.platform.callflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.flows.Bookmark;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.FlowState;
import org.kezheng.platform.flows.Interpreter;
import org.kezheng.platform.flows.Node;
import org.kezheng.platform.flows.SecretDigits;
import org.kezheng.platform.flows.Task;
import org.kezheng.platform.flows.Turn;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

/// Leads callers through flows: what the interpreter says next is done by the caller's line, and what came of it is
/// what the interpreter is told. A caller is a contact of the engine's from the first queue on.
final class Journeys {
    /// So long a silence is the end of a message.
    private static final int MESSAGE_SILENCE_SECONDS = 4;

    private final Picture picture;
    private final Steps steps;
    private final PlaceTelling places;
    private final Callbacks callbacks;
    private final Lendings lendings;

    Journeys(Picture picture, Steps steps) {
        this.picture = picture;
        this.steps = steps;
        this.places = new PlaceTelling(picture, steps);
        this.callbacks = new Callbacks(picture);
        this.lendings = new Lendings(picture, steps);
    }

    /// Somebody has dialled a number that has a flow.
    void begin(Contact contact, FlowLine line, PhoneNumber number, List<FlowAction> actions) {
        Journey journey = new Journey(line);
        contact.journey = journey;
        contact.stage = Contact.Stage.LED;
        if (number.isAnonymous()) {
            journey.facts().add(Fact.ANONYMOUS);
        } else if (line.asksWhoCalls()) {
            actions.add(new FlowAction.AskWhoCalls(contact.id, line.client(), number));
            return;
        }
        perform(contact, journey, line.interpreter().begin(journey.facts(), picture.now), actions);
    }

    /// It is known who calls, as far as it ever will be.
    void callerKnown(ContactId id, Set<Fact> facts, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        Journey journey = contact == null ? null : contact.journey;
        if (contact != null && journey != null && journey.state == null && contact.stage == Contact.Stage.LED) {
            journey.facts().addAll(facts);
            journey.isTurnedAway = journey.line.nuisances() == NuisanceRule.END && facts.contains(Fact.NUISANCE);
            Interpreter interpreter = journey.line.interpreter();
            Turn turn = journey.isTurnedAway
                    ? interpreter.turnAway(journey.facts())
                    : interpreter.begin(journey.facts(), picture.now);
            perform(contact, journey, turn, actions);
        }
    }

    /// A caller is there of whom the memory is lost, as after a restart: the line knows where in the flow it was.
    void takeBack(Contact contact, FlowLine line, String mark, List<FlowAction> actions) {
        Optional<Bookmark> bookmark = Bookmark.read(mark);
        Journey journey = new Journey(line);
        contact.journey = journey;
        if (contact.stage == Contact.Stage.LED) {
            perform(contact, journey, resumed(journey, bookmark), actions);
            return;
        }
        // Whoever waits, or talks, stays where the PBX has the line.
        contact.mayHearPrompt = contact.stage == Contact.Stage.QUEUED;
        Optional<FlowState> state = bookmark.flatMap(line.interpreter()::stateAt);
        Node node = state.map(at -> line.flow().node(at.nodeName())).orElse(null);
        if (node instanceof Node.Queue queue) {
            journey.state = state.get();
            journey.task = new Task.Wait(state.get().nodeName(), queue);
            places.begin(contact, journey);
        } else {
            contact.journey = null;
        }
    }

    private Turn resumed(Journey journey, Optional<Bookmark> bookmark) {
        Interpreter interpreter = journey.line.interpreter();
        Set<Fact> facts = bookmark.map(Bookmark::facts).orElse(Set.of());
        journey.isTurnedAway = journey.line.nuisances() == NuisanceRule.END && facts.contains(Fact.NUISANCE);
        return journey.isTurnedAway
                ? interpreter.turnAway(facts)
                : bookmark.map(place -> interpreter.resume(place, picture.now))
                        .orElseGet(() -> interpreter.begin(facts, picture.now));
    }

    /// The link is back, and nobody knows what the line did meanwhile: it does its step again.
    void repeat(Contact contact, List<FlowAction> actions) {
        lendings.repeat(contact, actions);
        Journey journey = contact.journey;
        if (journey == null || journey.state == null || contact.stage == Contact.Stage.TALKING) {
            return;
        }
        Task task = journey.task;
        if (task != null && (contact.stage == Contact.Stage.LED || journey.isAfterTalk || journey.isSaying())) {
            journey.isUnsure = false;
            run(contact, journey, task, actions);
        }
    }

    void stepDone(PbxEvent.StepDone done, List<FlowAction> actions) {
        Contact contact = contactOf(done.uniqueId());
        if (contact != null && lendings.stepDone(contact, done.step(), done.keys(), actions)) {
            return;
        }
        Journey journey = contact == null ? null : contact.journey;
        if (contact == null || journey == null || !journey.step.equals(done.step())) {
            return;
        }
        journey.step = "";
        journey.hasLeftMessage |= journey.task instanceof Task.TakeMessage;
        if (journey.waiting() == null) {
            next(contact, journey, outcome(journey, done.keys()), actions);
        } else if (done.keys().isEmpty() || !press(contact, journey, done.keys().charAt(0), actions)) {
            steps.waitFor(contact, actions);
        }
    }

    /// A key while nothing asks for one means something in a queue alone.
    void keyPressed(PbxEvent.KeyPressed pressed, List<FlowAction> actions) {
        Contact contact = contactOf(pressed.uniqueId());
        Journey journey = contact == null ? null : contact.journey;
        if (contact != null && journey != null && contact.stage == Contact.Stage.QUEUED && !journey.isSaying()) {
            press(contact, journey, pressed.key(), actions);
        }
    }

    /// The agent has hung up on a caller who goes on.
    void talkLeft(PbxEvent.TalkLeft left, List<FlowAction> actions) {
        Contact contact = contactOf(left.uniqueId());
        Journey journey = contact == null ? null : contact.journey;
        if (contact != null && journey != null && journey.goesOnAfterTalk() && !journey.isAfterTalk) {
            journey.isAfterTalk = true;
            next(contact, journey, new Task.Outcome.TalkEnded(), actions);
        }
    }

    /// The talk is over, and the caller's line does not tell so by itself.
    void goOn(Contact contact, List<FlowAction> actions) {
        Journey journey = contact.journey;
        if (journey != null && journey.goesOnAfterTalk() && !journey.isAfterTalk) {
            journey.isAfterTalk = true;
            next(contact, journey, new Task.Outcome.TalkEnded(), actions);
        } else if (journey != null && journey.isAfterTalk && !journey.isSaying()) {
            // A colleague took the talk over while the caller was already going on.
            repeat(contact, actions);
        }
    }

    /// The caller has hung up in the midst of a flow.
    void callerGone(Contact contact, List<FlowAction> actions) {
        Journey journey = contact.journey;
        if (journey != null) {
            actions.add(new FlowAction.KeepNotes(
                    contact.id, journey.line, picture.now, List.of(), FlowAction.Ending.HUNG_UP));
        }
    }

    void answered(PbxRequest.Perform request, PbxAnswer answer) {
        if (answer instanceof PbxAnswer.Unavailable) {
            picture.contacts.values().stream()
                    .filter(contact -> request.channel().equals(contact.channel))
                    .map(Journeys::wayOf)
                    .flatMap(Optional::stream)
                    .forEach(way -> way.isUnsure = true);
        }
    }

    /// The PBX has been compared with: orders that were lost are given again.
    void repeatUnsure(List<FlowAction> actions) {
        for (Contact contact : List.copyOf(picture.contacts.values())) {
            if (contact.channel != null
                    && wayOf(contact).filter(way -> way.isUnsure).isPresent()) {
                repeat(contact, actions);
            }
        }
    }

    /// The way on which the caller's line is led now.
    private static Optional<Journey> wayOf(Contact contact) {
        return contact.lent == null ? Optional.ofNullable(contact.journey) : Optional.of(contact.lent.way());
    }

    /// It is known whether the caller can be called back; `null`: not at all.
    void callbackPrepared(ContactId id, @Nullable ContactId callback, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        Journey journey = contact == null ? null : contact.journey;
        if (contact != null && journey != null && journey.task instanceof Task.KeepPlace(var queue)) {
            callbacks
                    .prepared(contact, journey.line.queue(queue), callback, actions)
                    .ifPresent(outcome -> next(contact, journey, outcome, actions));
        }
    }

    /// What the caller entered has been compared.
    void compared(ContactId id, Task.Outcome.Compared outcome, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact != null && lendings.compared(contact, outcome, actions)) {
            return;
        }
        Journey journey = contact == null ? null : contact.journey;
        if (contact != null && journey != null && journey.task instanceof Task.Compare) {
            next(contact, journey, outcome, actions);
        }
    }

    /// The engine has been asked to let the caller's place go over to the call back.
    void callbackTaken(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        Journey journey = contact == null ? null : contact.journey;
        if (contact != null && journey != null && journey.task instanceof Task.KeepPlace) {
            callbacks.taken(contact).ifPresent(outcome -> next(contact, journey, outcome, actions));
        }
    }

    /// The phone that rang was not answered, and the contact waits again.
    void waitsOn(Contact contact, List<FlowAction> actions) {
        steps.waitOn(contact, actions);
    }

    /// The contact waits again, and the caller had asked to be called back while the phone rang.
    boolean isCallbackAskedAgain(Contact contact, List<FlowAction> actions) {
        return callbacks.isAskedAgain(contact, actions);
    }

    PlaceTelling places() {
        return places;
    }

    Lendings lendings() {
        return lendings;
    }

    private @Nullable Contact contactOf(String uniqueId) {
        return Names.contact(uniqueId).map(picture.contacts::get).orElse(null);
    }

    private boolean press(Contact contact, Journey journey, char key, List<FlowAction> actions) {
        Node.Queue queue = journey.waiting();
        if (queue == null) {
            return false;
        }
        boolean isWay = (queue.callback() != null && queue.callback().key() == key)
                || (queue.exit() != null && queue.exit().key() == key);
        if (isWay) {
            next(contact, journey, new Task.Outcome.Pressed(key), actions);
        }
        return isWay;
    }

    static Task.Outcome outcome(Journey journey, String keys) {
        if (journey.task instanceof Task.Ask ask) {
            String taken = keys.substring(0, Math.min(keys.length(), ask.entry().max()));
            return taken.isEmpty()
                    ? new Task.Outcome.Nothing()
                    : new Task.Outcome.Entered(
                            new SecretDigits(taken), ask.entry().terminator());
        }
        return keys.isEmpty() ? new Task.Outcome.Done() : new Task.Outcome.Pressed(keys.charAt(0));
    }

    private void next(Contact contact, Journey journey, Task.Outcome outcome, List<FlowAction> actions) {
        FlowState state = journey.state;
        if (state != null && journey.isTurnedAway) {
            perform(contact, journey, new Turn(state, new Task.End(List.of()), List.of()), actions);
        } else if (state != null) {
            perform(contact, journey, journey.line.interpreter().next(state, outcome, picture.now), actions);
        }
    }

    private void perform(Contact contact, Journey journey, Turn turn, List<FlowAction> actions) {
        journey.state = turn.state();
        journey.task = turn.task();
        FlowAction.Ending ending = endingOf(turn.task());
        if (!turn.notes().isEmpty() || ending != FlowAction.Ending.NONE) {
            actions.add(new FlowAction.KeepNotes(
                    contact.id, journey.line, picture.now, new ArrayList<>(turn.notes()), ending));
        }
        run(contact, journey, turn.task(), actions);
    }

    private static FlowAction.Ending endingOf(Task task) {
        return switch (task) {
            case Task.End(var prompts) when prompts.isEmpty() -> FlowAction.Ending.ENDED;
            case Task.Wait _ -> FlowAction.Ending.QUEUED;
            case Task.End _, Task.Say _, Task.Ask _, Task.Compare _, Task.KeepPlace _, Task.TakeMessage _ ->
                FlowAction.Ending.NONE;
        };
    }

    private void run(Contact contact, Journey journey, Task task, List<FlowAction> actions) {
        String channel = contact.channel;
        if (channel == null || !picture.isConnected) {
            return;
        }
        switch (task) {
            case Task.Say(var prompts) -> steps.ask(contact, journey, saying(journey, prompts), actions);
            case Task.Ask ask -> steps.ask(contact, journey, asking(journey, ask), actions);
            case Task.Wait wait -> enterQueue(contact, journey, wait.node(), actions);
            case Task.End(var prompts)
            when prompts.isEmpty() -> actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(channel)));
            case Task.End(var prompts) -> steps.ask(contact, journey, saying(journey, prompts), actions);
            case Task.KeepPlace _ ->
                callbacks
                        .begin(contact, journey, actions)
                        .ifPresent(outcome -> next(contact, journey, outcome, actions));
            case Task.TakeMessage message -> takeMessage(contact, journey, message, actions);
            case Task.Compare(var digits) ->
                actions.add(new FlowAction.Compare(contact.id, journey.line.client(), digits));
        }
    }

    /// Whoever leaves a message waits for nobody any more.
    private void takeMessage(Contact contact, Journey journey, Task.TakeMessage message, List<FlowAction> actions) {
        if (journey.hasLeftMessage) {
            next(contact, journey, new Task.Outcome.Nothing(), actions);
            return;
        }
        if (contact.stage == Contact.Stage.QUEUED || contact.stage == Contact.Stage.ANNOUNCED) {
            TelephoneSide.leave(contact, LeaveCause.TOOK_VOICEMAIL, actions);
        }
        QueueId queue = journey.line.queue(message.queue());
        LineTask.Message task = new LineTask.Message(
                journey.files(message.prompts()),
                message.maxSeconds(),
                MESSAGE_SILENCE_SECONDS,
                Names.message(contact.id, journey.line.client(), queue));
        steps.ask(contact, journey, task, actions);
    }

    static LineTask.Ask asking(Journey journey, Task.Ask ask) {
        return new LineTask.Ask(
                journey.files(ask.prompts()),
                ask.entry().max(),
                ask.timeoutSeconds() * 1_000,
                ask.entry().terminator());
    }

    private static LineTask.Ask saying(Journey journey, List<String> prompts) {
        return LineTask.Ask.saying(journey.files(prompts));
    }

    /// The caller waits in a queue: as a new contact of the engine's, or, coming back from elsewhere, as the
    /// one that has kept its place.
    private void enterQueue(Contact contact, Journey journey, Node.Queue node, List<FlowAction> actions) {
        QueueId queue = journey.line.queue(node.queue());
        switch (contact.stage) {
            case LED -> {
                contact.stage = Contact.Stage.ANNOUNCED;
                contact.queue = queue;
                actions.add(new FlowAction.Submit(new Command.Arrive(
                        contact.id,
                        journey.line.client(),
                        queue,
                        ContactKind.CALL,
                        node.waiting().priority(),
                        journey.hasFact(Fact.VIP),
                        0,
                        new AgentWish.Anyone())));
                steps.waitFor(contact, actions);
            }
            case ANNOUNCED, QUEUED -> {
                if (!contact.queue.equals(queue)) {
                    actions.add(new FlowAction.Submit(new Command.Move(contact.id, queue)));
                }
                steps.waitFor(contact, actions);
            }
            case TALKING -> {}
            // The contact is over, and nobody serves the caller under its name again.
            case ENDED -> steps.end(contact, actions);
        }
        places.begin(contact, journey);
    }
}
