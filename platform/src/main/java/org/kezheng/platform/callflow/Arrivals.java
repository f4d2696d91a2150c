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

    Arrivals(Picture picture, NumberPlan plan) {
        this.picture = picture;
        this.plan = plan;
    }

    /// A caller on the PBX.
    record Caller(String uniqueId, String channel, PhoneNumber callingNumber, String dialledNumber) {}

    /// The caller is there. A caller of an unknown number, or one whose contact has ended, is ended.
    void entered(Caller caller, List<FlowAction> actions) {
        Optional<ContactId> id = Names.contact(caller.uniqueId());
        Optional<NumberPlan.Entry> entry = plan.of(caller.dialledNumber());
        Contact known = id.map(picture.contacts::get).orElse(null);
        if (known != null) {
            known.channel = caller.channel();
            known.timesMissing = 0;
            if (known.hasEnded()) {
                actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(caller.channel())));
            }
        } else if (id.isEmpty() || entry.isEmpty()) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(caller.channel())));
        } else {
            announce(id.get(), entry.get(), caller, actions);
        }
    }

    private void announce(ContactId id, NumberPlan.Entry entry, Caller caller, List<FlowAction> actions) {
        Contact contact = new Contact(id, entry.queue());
        contact.channel = caller.channel();
        picture.contacts.put(id, contact);
        if (!caller.callingNumber().isAnonymous()) {
            actions.add(new FlowAction.RememberCaller(id, entry.client(), caller.callingNumber()));
        }
        actions.add(new FlowAction.Submit(new Command.Arrive(id, entry.client(), entry.queue())));
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
