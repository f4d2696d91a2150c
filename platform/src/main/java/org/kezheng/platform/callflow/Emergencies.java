package org.kezheng.platform.callflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.FlowState;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.PbxEvent;

/// The emergency switch of each client: whoever calls while it is on is told first, and whoever waits when it is turned
/// on is told at once. Nobody is torn out of a talk, nor from a phone that rings: they are told if they wait again.
final class Emergencies {
    private final Picture picture;
    private final NumberPlan plan;
    private final Steps steps;
    private final Journeys journeys;
    private final Map<ClientId, Emergency> inForce = new HashMap<>();

    Emergencies(Picture picture, NumberPlan plan, Steps steps, Journeys journeys) {
        this.picture = picture;
        this.plan = plan;
        this.steps = steps;
        this.journeys = journeys;
    }

    /// Somebody has turned the switch; `null`: off.
    void switched(ClientId client, @Nullable Emergency emergency, List<FlowAction> actions) {
        if (emergency == null) {
            inForce.remove(client);
            return;
        }
        inForce.put(client, emergency);
        for (Contact contact : List.copyOf(picture.contacts.values())) {
            if (client.equals(clientOf(contact)) && contact.isCallers() && !contact.hasEnded()) {
                contact.isToBeTold = true;
                isToldNow(contact, actions);
            }
        }
    }

    /// Some may wait now who could not be told yet.
    void tellDue(List<FlowAction> actions) {
        List.copyOf(picture.contacts.values()).forEach(contact -> isToldNow(contact, actions));
    }

    /// The caller may wait now: whoever is still to be told is.
    ///
    /// @return whether something is said, so that what comes next has to wait for [#stepDone]
    boolean isToldNow(Contact contact, List<FlowAction> actions) {
        ClientId client = contact.isToBeTold ? clientOf(contact) : null;
        Emergency emergency = client == null ? null : inForce.get(client);
        if (emergency == null || !canBeTold(contact)) {
            return false;
        }
        tell(contact, emergency, actions);
        return true;
    }

    private @Nullable ClientId clientOf(Contact contact) {
        Journey journey = contact.journey;
        if (journey != null) {
            return journey.line.client();
        }
        QueueDefinition queue = picture.queues.get(contact.queue);
        return queue == null ? null : queue.client();
    }

    private boolean canBeTold(Contact contact) {
        boolean isHere = contact.stage == Contact.Stage.QUEUED || contact.stage == Contact.Stage.LED;
        return isHere
                && contact.channel != null
                && contact.partsFrom == null
                && contact.callback == null
                && picture.isConnected
                && picture.offers.values().stream()
                        .noneMatch(offer -> offer.contact().equals(contact.id));
    }

    /// A caller comes in.
    ///
    /// @return whether something is said first, so that what comes next has to wait for [#stepDone]
    boolean isToldFirst(Contact contact, ClientId client, List<FlowAction> actions) {
        Emergency emergency = inForce.get(client);
        if (emergency == null) {
            return false;
        }
        contact.stage = Contact.Stage.LED;
        tell(contact, emergency, actions);
        return true;
    }

    /// The link was lost while a caller who waits was told: it is told again.
    boolean isToldAgain(Contact contact, List<FlowAction> actions) {
        Emergency emergency = contact.told;
        if (emergency == null || contact.stage != Contact.Stage.QUEUED) {
            return false;
        }
        tell(contact, emergency, actions);
        return true;
    }

    /// The link was lost while the caller was told, and what is in force by now is told instead, if anything is.
    void wasCutOff(Contact contact) {
        if (contact.told != null) {
            contact.told = null;
            contact.toldStep = "";
            contact.isToBeTold = true;
        }
    }

    private void tell(Contact contact, Emergency emergency, List<FlowAction> actions) {
        contact.told = emergency;
        contact.isToBeTold = false;
        steps.tell(contact, LineTask.Ask.saying(emergency.in(languagesOf(contact))), actions);
    }

    /// Whoever waits hears the language that is spoken to them, whoever may still choose hears all of the flow's.
    private Collection<Flow.Language> languagesOf(Contact contact) {
        Journey journey = contact.journey;
        if (journey != null) {
            Flow flow = journey.line.flow();
            FlowState state = journey.state;
            Flow.Language chosen = state == null ? null : state.language();
            if (chosen != null) {
                return List.of(chosen);
            }
            return contact.stage == Contact.Stage.QUEUED
                    ? List.of(flow.languages().getFirst())
                    : flow.spoken();
        }
        FlowLine line = lineOf(contact);
        return line == null ? List.of(Flow.Language.ZH) : line.flow().spoken();
    }

    /// Whether the step was one of these, which is then followed by what comes next.
    boolean stepDone(PbxEvent.StepDone done, Continuation next, List<FlowAction> actions) {
        Contact contact =
                Names.contact(done.uniqueId()).map(picture.contacts::get).orElse(null);
        if (contact == null || contact.told == null || !contact.toldStep.equals(done.step())) {
            return false;
        }
        boolean isClosed = contact.told.kind() == Emergency.Kind.CLOSED;
        keepTold(contact, contact.told, FlowAction.Ending.NONE, actions);
        contact.toldStep = "";
        contact.told = null;
        if (isClosed) {
            if (contact.stage == Contact.Stage.QUEUED) {
                TelephoneSide.leave(contact, LeaveCause.REFUSED, actions);
            }
            steps.end(contact, actions);
        } else if (contact.stage == Contact.Stage.QUEUED) {
            steps.waitFor(contact, actions);
        } else if (contact.journey != null) {
            journeys.repeat(contact, actions);
        } else {
            next.proceed(contact, actions);
        }
        return true;
    }

    /// Whoever hangs up while they are told was told, and was turned away if the lines are closed.
    void callerGone(Contact contact, List<FlowAction> actions) {
        Emergency emergency = contact.told;
        if (emergency != null) {
            boolean isKeptByNobodyElse = contact.stage == Contact.Stage.LED && contact.journey == null;
            keepTold(
                    contact,
                    emergency,
                    isKeptByNobodyElse ? FlowAction.Ending.HUNG_UP : FlowAction.Ending.NONE,
                    actions);
            contact.told = null;
            contact.toldStep = "";
        }
    }

    /// The platform's own calls count nowhere.
    private void keepTold(Contact contact, Emergency told, FlowAction.Ending ending, List<FlowAction> actions) {
        ClientId client = clientOf(contact);
        if (client != null && !plan.tests().contains(contact.queue)) {
            actions.add(new FlowAction.KeepTold(contact.id, client, lineOf(contact), told, ending));
        }
    }

    private @Nullable FlowLine lineOf(Contact contact) {
        Journey journey = contact.journey;
        if (journey != null) {
            return journey.line;
        }
        Arrivals.Caller caller = contact.caller;
        return caller == null ? null : plan.lineOf(caller.dialledNumber()).orElse(null);
    }

    /// How a caller goes on who has only been told so far.
    interface Continuation {
        void proceed(Contact contact, List<FlowAction> actions);
    }
}
