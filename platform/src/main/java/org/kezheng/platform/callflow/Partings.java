package org.kezheng.platform.callflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.Place;

/// Callers who were transferred part from their agent: they wait again, with music, before the agent's leg is ended.
///
/// A caller is sent back once. Whoever is already with the next agent must not be torn away, so an order of which
/// nobody knows whether it was carried out is repeated only when a comparison still shows the caller with the former
/// agent.
final class Partings {
    private final Picture picture;
    private final Effects effects;

    Partings(Picture picture, Effects effects) {
        this.picture = picture;
        this.effects = effects;
    }

    void begin(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null || contact.partsFrom == null || !picture.isConnected) {
            return;
        }
        if (contact.channel == null) {
            contact.partsFrom = null;
        } else {
            park(contact, contact.channel, actions);
        }
    }

    private static void park(Contact contact, String channel, List<FlowAction> actions) {
        contact.isParkAsked = true;
        // A talk that was taken over goes on in its room.
        boolean isTaken = contact.stage == Contact.Stage.TALKING;
        Place to = isTaken ? new Place.Room(contact.room) : new Place.Waiting();
        actions.add(new FlowAction.Ask(new PbxRequest.Move(channel, to)));
    }

    void answered(PbxRequest.Move move, PbxAnswer answer, List<FlowAction> actions) {
        String channel = move.moves().getFirst().channel();
        for (Contact contact : picture.contacts.values()) {
            if (contact.isParkAsked && channel.equals(contact.channel)) {
                contact.isParkAsked = false;
                if (!(answer instanceof PbxAnswer.Unavailable)) {
                    contact.partsFrom = null;
                }
            }
        }
        effects.performStops(actions);
    }

    /// The caller is gone: nobody is left to keep.
    static void callerGone(Contact contact) {
        contact.partsFrom = null;
        contact.isParkAsked = false;
    }

    /// Every order under way will have been carried out, or not, by the next picture.
    void disconnected() {
        picture.contacts.values().forEach(contact -> contact.isParkAsked = false);
    }

    /// A comparison shows with whom the caller is. One who is with an agent whose talk is over waits again.
    void compare(LiveCaller caller, List<FlowAction> actions) {
        Contact contact =
                Names.contact(caller.uniqueId()).map(picture.contacts::get).orElse(null);
        if (contact == null || contact.hasEnded() || contact.isParkAsked) {
            return;
        }
        @Nullable OfferId with = caller.talkingLeg().flatMap(Names::offer).orElse(null);
        boolean isWithFormer = with != null && with.equals(contact.partsFrom);
        contact.partsFrom = isWithFormer ? with : null;
        if (isWithFormer) {
            park(contact, caller.channel(), actions);
        }
    }
}
