package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;

/// Tells when legs to the outside were dialled, answered and ended, and until when a customer was on the line who was
/// handed to one. It decides nothing, and goes by the names of lines, so that it also knows legs of an earlier run of
/// the platform, and such whose contact is forgotten.
final class OutsideWatch {
    /// Of what a picture of the PBX lacks.
    private static final int UNKNOWN = 0;

    private final Picture picture;
    /// Legs dialled by this run that have neither been answered nor ended, and whether they rang.
    private final Map<String, Boolean> unanswered = new HashMap<>();
    /// Legs whose end the platform has ordered.
    private final Set<String> withdrawn = new HashSet<>();
    /// When the picture of the last connect was taken, and which of these lines it has.
    private @Nullable Instant connectedAt;

    private Set<String> seen = Set.of();

    OutsideWatch(Picture picture) {
        this.picture = picture;
    }

    void dialled(GatePass pass, String leg, List<FlowAction> actions) {
        unanswered.put(leg, false);
        actions.add(new FlowAction.KeepOutside(new OutsideMoment.Dialled(pass.decision(), leg)));
    }

    void notDialled(GatePass pass, OutsideResult result, List<FlowAction> actions) {
        actions.add(new FlowAction.KeepOutside(new OutsideMoment.NotDialled(pass.decision(), result, picture.now)));
    }

    void handedOver(ContactId contact, GatePass pass, List<FlowAction> actions) {
        actions.add(new FlowAction.KeepOutside(
                new OutsideMoment.HandedOver(pass.decision(), Names.customersLine(contact))));
    }

    void rings(String leg) {
        unanswered.computeIfPresent(leg, (id, before) -> true);
    }

    void answered(String leg, Instant at, List<FlowAction> actions) {
        // After a connect the PBX tells of legs once more that were answered before: nobody saw when.
        if (unanswered.containsKey(leg)) {
            forget(leg);
            actions.add(new FlowAction.KeepOutside(new OutsideMoment.Answered(leg, at)));
        }
    }

    void ended(PbxEvent.LegEnded ended, List<FlowAction> actions) {
        boolean isOfThePicture =
                ended.cause() == UNKNOWN && ended.at().equals(connectedAt) && !seen.contains(ended.legId());
        if (isOutside(ended.legId()) && isOfThePicture) {
            missed(ended.legId(), actions);
            return;
        }
        ended(ended.legId(), ended.cause(), ended.wasAnswered(), ended.at(), actions);
    }

    /// The picture of a connect lacks the leg: nobody saw when it ended, nor what came of it.
    private void missed(String leg, List<FlowAction> actions) {
        forget(leg);
        actions.add(new FlowAction.KeepOutside(new OutsideMoment.Missed(leg)));
        Names.outsideContact(leg).map(picture.contacts::get).ifPresent(contact -> customerMissed(contact, actions));
    }

    /// The PBX knows nothing of a leg that was to be ended: if it was never heard of, it was never made.
    void notThere(String leg, List<FlowAction> actions) {
        if (unanswered.containsKey(leg) && withdrawn.contains(leg)) {
            failed(leg, picture.now, actions);
        }
    }

    /// The PBX could not make the leg, or did not take the order.
    void failed(String leg, Instant at, List<FlowAction> actions) {
        ended(leg, 0, false, at, actions);
    }

    private void ended(String leg, int cause, boolean wasAnswered, Instant at, List<FlowAction> actions) {
        if (!isOutside(leg)) {
            return;
        }
        // Of a leg of an earlier run nobody knows that it did not ring.
        boolean hasRung = unanswered.getOrDefault(leg, true);
        OutsideResult said = OutsideLegs.partysAnswer(cause, hasRung);
        OutsideResult unreached = said == null ? OutsideResult.NO_TRUNK : said;
        boolean isWithdrawn = withdrawn.contains(leg);
        OutsideResult result = wasAnswered ? OutsideResult.REACHED : isWithdrawn ? OutsideResult.WITHDRAWN : unreached;
        forget(leg);
        actions.add(new FlowAction.KeepOutside(new OutsideMoment.Ended(leg, result, at)));
        Names.outsideContact(leg).map(picture.contacts::get).ifPresent(contact -> customerLeft(contact, at, actions));
    }

    /// The customer's line is gone.
    void customerLeft(Contact contact, Instant at, List<FlowAction> actions) {
        if (isHandedOver(contact)) {
            actions.add(new FlowAction.KeepOutside(
                    new OutsideMoment.Ended(Names.customersLine(contact.id), OutsideResult.REACHED, at)));
        }
    }

    /// The customer's line is gone, as comparisons say.
    void customerMissed(Contact contact, List<FlowAction> actions) {
        if (isHandedOver(contact)) {
            actions.add(new FlowAction.KeepOutside(new OutsideMoment.Missed(Names.customersLine(contact.id))));
        }
    }

    private static boolean isHandedOver(Contact contact) {
        HandOver handOver = contact.handOver;
        return contact.isHandedOver || (handOver != null && handOver.stage == HandOver.Stage.HANDED_OVER);
    }

    /// What the platform itself ends before it is answered was wanted no more.
    void ordered(List<FlowAction> actions) {
        for (FlowAction action : actions) {
            if (action instanceof FlowAction.Ask(PbxRequest.EndLeg(var leg)) && isOutside(leg)) {
                withdrawn.add(leg);
            }
        }
    }

    /// After a connect the PBX's picture is the whole truth.
    void connected(PbxEvent.Connected truth, List<FlowAction> actions) {
        Map<String, Boolean> present = new HashMap<>();
        for (LiveLeg leg : truth.legs()) {
            if (isOutside(leg.legId())) {
                present.put(leg.legId(), leg.isAnswered());
                Names.outsideContact(leg.legId())
                        .map(picture.contacts::get)
                        .filter(OutsideWatch::isHandedOver)
                        .ifPresent(contact -> present.put(Names.customersLine(contact.id), true));
            }
        }
        for (LiveCaller caller : truth.callers()) {
            Names.contact(caller.uniqueId())
                    .map(picture.contacts::get)
                    .filter(OutsideWatch::isHandedOver)
                    .ifPresent(contact -> present.put(Names.customersLine(contact.id), true));
        }
        connectedAt = truth.at();
        seen = Set.copyOf(present.keySet());
        unanswered.keySet().retainAll(present.keySet());
        present.forEach((leg, isAnswered) -> {
            if (isAnswered) {
                unanswered.remove(leg);
            } else {
                unanswered.putIfAbsent(leg, true);
            }
        });
        withdrawn.retainAll(present.keySet());
        actions.add(new FlowAction.KeepOutside(new OutsideMoment.Present(present)));
    }

    private void forget(String leg) {
        unanswered.remove(leg);
        withdrawn.remove(leg);
    }

    private static boolean isOutside(String leg) {
        return Names.trunkOf(leg) != TrunkLines.NONE;
    }
}
