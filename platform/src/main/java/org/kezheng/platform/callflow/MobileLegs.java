package org.kezheng.platform.callflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.OutsideAddress;

/// Offers to agents whose device is their mobile. Each is a leg to the outside: a line of a trunk is kept, the gate is
/// asked, and what it lets out is dialled, trunk by trunk, until one takes the call. A refusal, and a leg that no trunk
/// takes, end the offer as a device that cannot be reached. What rings and is answered is an agent's leg as any other.
final class MobileLegs {
    /// Why an agent is not ready whose mobile the gate let nothing out to.
    static final ReasonCode REFUSED = new ReasonCode("mobile-refused");

    private final Picture picture;

    MobileLegs(Picture picture) {
        this.picture = picture;
    }

    /// Whether the contact is one that the agent would begin: a mobile only answers.
    static boolean isBegunByAgent(Contact contact) {
        return contact.isOutward || (contact.isInternal && contact.precursor == 0);
    }

    /// Keeps a line and asks the gate.
    void begin(OfferId offer, ContactId contact, ClientId client, AgentId agent, List<FlowAction> actions) {
        MobileLeg leg = new MobileLeg();
        picture.mobiles.put(offer, leg);
        picture.legs.put(offer, Leg.ASKED);
        String noTrunk = picture.trunks.seize(leg.line, 0, picture.now);
        actions.add(new FlowAction.AskMobileGate(offer, contact, client, agent, noTrunk));
    }

    /// The leg of the offer about which the gate was asked, if it still is.
    Optional<MobileLeg> atGate(OfferId offer) {
        return Optional.ofNullable(picture.mobiles.get(offer)).filter(leg -> leg.stage == MobileLeg.Stage.AT_GATE);
    }

    /// Nothing was dialled, and nothing will be.
    void drop(OfferId offer) {
        MobileLeg leg = picture.mobiles.remove(offer);
        if (leg != null) {
            picture.trunks.giveBack(leg.line);
            picture.legs.remove(offer, Leg.ASKED);
        }
    }

    /// The gate refused, or could not be asked.
    void refused(OfferId offer, AgentId agent, List<FlowAction> actions) {
        drop(offer);
        actions.add(new FlowAction.Submit(new Command.OfferFailed(offer)));
        actions.add(new FlowAction.Submit(new Command.MakeNotReady(agent, REFUSED)));
    }

    /// The gate lets the leg out by the trunk of which it has a line.
    AgentDevice.Mobile allowed(OfferId offer, GatePass pass, String prompt) {
        MobileLeg leg = leg(offer);
        leg.pass = pass;
        picture.legs.put(offer, Leg.ASKED);
        return by(offer, leg, pass, prompt);
    }

    private AgentDevice.Mobile by(OfferId offer, MobileLeg leg, GatePass pass, String prompt) {
        leg.stage = MobileLeg.Stage.ON_TRUNK;
        leg.legId = Names.mobile(offer, leg.line.trunk);
        picture.trunks.begun(leg.line);
        String trunk = picture.trunks.line(leg.line.trunk).address();
        return new AgentDevice.Mobile(new OutsideAddress(pass.number(), trunk), pass.ownNumber(), prompt);
    }

    /// The leg has shown itself, be it one that was ordered before the link broke: it takes a line.
    void seen(String legId) {
        int trunk = Names.trunkOf(legId);
        Optional<OfferId> offer = Names.offer(legId);
        if (offer.isPresent() && trunk != TrunkLines.NONE) {
            MobileLeg leg = picture.mobiles.computeIfAbsent(offer.get(), made -> new MobileLeg());
            leg.stage = MobileLeg.Stage.ON_TRUNK;
            leg.legId = legId;
            leg.line.trunk = picture.trunks.has(trunk) ? trunk : TrunkLines.NONE;
            leg.hasRung = true;
        }
    }

    /// The leg is over before the agent took it: the next trunk that has a line, if this one did not take the call.
    ///
    /// @return by which it is to be ordered anew; empty: the offer is over
    Optional<AgentDevice.Mobile> next(OfferId offer, String legId, int cause, @Nullable String prompt) {
        MobileLeg leg = of(legId).orElse(null);
        if (leg == null || OutsideLegs.partysAnswer(cause, leg.hasRung) != null) {
            return Optional.empty();
        }
        picture.trunks.notTaken(leg.line);
        GatePass pass = leg.pass;
        boolean isWanted = pass != null && prompt != null && picture.offers.containsKey(offer);
        if (isWanted
                && picture.trunks
                        .seize(leg.line, leg.line.trunk + 1, picture.now)
                        .isEmpty()) {
            picture.legs.put(offer, Leg.ASKED);
            return Optional.of(by(offer, leg, Objects.requireNonNull(pass), Objects.requireNonNull(prompt)));
        }
        return Optional.empty();
    }

    /// The leg has ended for good.
    void gone(String legId) {
        of(legId).ifPresent(leg -> Names.offer(legId).ifPresent(picture.mobiles::remove));
    }

    /// Takes back what the PBX has after a connect: the lines in use follow from the legs' names.
    void takeBack(List<LiveLeg> live) {
        live.forEach(leg -> seen(leg.legId()));
        picture.mobiles.values().removeIf(leg -> leg.stage == MobileLeg.Stage.ON_TRUNK && !isThere(leg));
    }

    private boolean isThere(MobileLeg leg) {
        return picture.offerOf(leg.legId).filter(picture.legs::containsKey).isPresent();
    }

    /// What the gate has let out for the offer, where this run of the platform knows it.
    Optional<GatePass> passOf(OfferId offer) {
        return Optional.ofNullable(picture.mobiles.get(offer)).map(leg -> leg.pass);
    }

    private MobileLeg leg(OfferId offer) {
        return Objects.requireNonNull(picture.mobiles.get(offer), "The gate was asked for a leg");
    }

    private Optional<MobileLeg> of(String legId) {
        return Names.offer(legId).map(picture.mobiles::get).filter(leg -> leg.legId.equals(legId));
    }
}
