package org.kezheng.platform.callflow;

import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

/// Takes callers in: new ones become contacts of the queue they dialled, known ones are taken back.
final class Arrivals {
    private final Picture picture;
    private final NumberPlan plan;
    private final Journeys journeys;
    private final Emergencies emergencies;

    Arrivals(Picture picture, NumberPlan plan, Journeys journeys, Emergencies emergencies) {
        this.picture = picture;
        this.plan = plan;
        this.journeys = journeys;
        this.emergencies = emergencies;
    }

    /// A caller on the PBX.
    ///
    /// @param mark where in a flow the caller was; empty: nowhere yet
    record Caller(String uniqueId, String channel, PhoneNumber callingNumber, String dialledNumber, String mark) {}

    /// The caller is there. A caller of an unknown number, or one whose contact has ended, is ended.
    void entered(Caller caller, List<FlowAction> actions) {
        Optional<ContactId> id = Names.contact(caller.uniqueId());
        Optional<NumberPlan.Entry> entry = plan.of(caller.dialledNumber());
        Contact known = id.map(picture.contacts::get).orElse(null);
        if (known != null) {
            known.channel = caller.channel();
            known.timesMissing = 0;
            seenAgain(known, caller, actions);
        } else if (id.isEmpty() || entry.isEmpty()) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(caller.channel())));
        } else {
            announce(id.get(), entry.get(), caller, actions);
        }
    }

    private void seenAgain(Contact known, Caller caller, List<FlowAction> actions) {
        Journey journey = known.journey;
        Optional<NumberPlan.Entry> entry = plan.of(caller.dialledNumber());
        if (known.isHandedOver || emergencies.isToldAgain(known, actions)) {
            return;
        }
        emergencies.wasCutOff(known);
        if (known.caller != null && entry.isPresent()) {
            if (!emergencies.isToldFirst(known, entry.get().client(), actions)) {
                proceed(known, actions);
            }
        } else if (journey != null) {
            if (!emergencies.isToldNow(known, actions)) {
                journeys.repeat(known, actions);
            }
        } else if (known.hasEnded()) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(caller.channel())));
        } else if (!caller.mark().isEmpty()) {
            plan.lineOf(caller.dialledNumber())
                    .ifPresent(line -> journeys.takeBack(known, line, caller.mark(), actions));
        }
    }

    private void announce(ContactId id, NumberPlan.Entry entry, Caller caller, List<FlowAction> actions) {
        Contact contact = new Contact(id, entry.queue());
        contact.channel = caller.channel();
        picture.contacts.put(id, contact);
        if (!caller.callingNumber().isAnonymous()) {
            actions.add(new FlowAction.RememberCaller(id, entry.client(), caller.callingNumber()));
        }
        contact.caller = caller;
        if (!caller.mark().isEmpty() || !emergencies.isToldFirst(contact, entry.client(), actions)) {
            proceed(contact, actions);
        }
    }

    /// Into the flow of the number that was dialled, or into its queue.
    void proceed(Contact contact, List<FlowAction> actions) {
        Caller caller = contact.caller;
        contact.caller = null;
        Optional<NumberPlan.Entry> entry = caller == null ? Optional.empty() : plan.of(caller.dialledNumber());
        if (caller == null || entry.isEmpty()) {
            return;
        }
        Optional<FlowLine> line = plan.lineOf(caller.dialledNumber());
        if (line.isEmpty()) {
            contact.stage = Contact.Stage.ANNOUNCED;
            actions.add(new FlowAction.Submit(new Command.Arrive(
                    contact.id, entry.get().client(), entry.get().queue())));
        } else if (caller.mark().isEmpty()) {
            journeys.begin(contact, line.get(), caller.callingNumber(), actions);
        } else {
            contact.stage = Contact.Stage.LED;
            journeys.takeBack(contact, line.get(), caller.mark(), actions);
        }
    }

    /// The engine did not take the contact, so nobody will ever serve the caller.
    void refused(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null || contact.stage != Contact.Stage.ANNOUNCED) {
            return;
        }
        picture.forget(id);
        if (contact.channel != null) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(contact.channel)));
        }
    }
}
