package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.platform.flows.Task;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;

/// Translates between telephone and engine, one exhaustive switch per direction. Used by one thread.
///
/// After a restart it is built anew: [#recall] with each record of the journal in order, then [#handle] with all
/// that happens. Nothing is asked of the PBX before its first picture is there.
public final class CallFlow {
    private final Picture picture;
    private final NumberPlan plan;
    private final TelephoneSide telephone;
    private final EngineSide engine;
    private final Effects effects;
    private final Partings partings;
    private final OutsideLegs outside;
    private final Journeys journeys;
    private final Emergencies emergencies;
    private final Seats seats;
    private final HandOvers handOvers;
    private final OutsideWatch watch;

    /// @param trunks what leads outside
    /// @param bootEpoch the run of the PBX that was last seen, by which a caller who hung up is told from one whom
    ///     the PBX lost; `null` at the very first start
    public CallFlow(NumberPlan plan, TrunkPlan trunks, @Nullable String bootEpoch) {
        this.picture = new Picture(trunks, bootEpoch);
        this.plan = plan;
        Steps steps = new Steps(picture);
        this.journeys = new Journeys(picture, steps);
        this.watch = new OutsideWatch(picture);
        this.effects = new Effects(picture, steps, journeys, watch);
        this.emergencies = new Emergencies(picture, plan, steps, journeys);
        Arrivals arrivals = new Arrivals(picture, plan, journeys, emergencies);
        this.partings = new Partings(picture, effects);
        this.outside = new OutsideLegs(picture, effects, watch);
        this.seats = new Seats(picture, journeys.lendings());
        this.handOvers = new HandOvers(picture, watch);
        Movements movements = new Movements(partings, outside, seats, handOvers, watch);
        Led led = new Led(steps, journeys, emergencies);
        this.telephone = new TelephoneSide(picture, arrivals, effects, movements, led);
        this.engine = new EngineSide(picture, arrivals, effects, movements, led);
    }

    /// Takes in a record of before the start: it has had its consequences.
    public void recall(Command command, List<Event> events) {
        picture.fold(command, events);
    }

    /// Takes in that a trunk of the plan, counted from 0, began a call within the minute before the start.
    public void recallBegun(int trunk, Instant at) {
        picture.trunks.recallBegun(trunk, at);
    }

    /// How the trunks are used now.
    public TrunkUse trunkUse() {
        return picture.trunks.use(picture.isConnected);
    }

    /// Takes in what happened and gives what is to be done, in order.
    public List<FlowAction> handle(FlowInput input) {
        List<FlowAction> actions = new ArrayList<>();
        switch (input) {
            case FlowInput.Heard(var event) -> telephone.heard(event, actions);
            case FlowInput.Recorded(var command, var events) -> engine.recorded(command, events, actions);
            case FlowInput.Answered(PbxRequest.Move move, var answer) -> moved(move, answer, actions);
            case FlowInput.Answered(PbxRequest.Perform step, var answer) -> journeys.answered(step, answer);
            case FlowInput.WhoCalls(var contact, var facts) -> journeys.callerKnown(contact, facts, actions);
            case FlowInput.CallbackPrepared(var contact, var callback) ->
                journeys.callbackPrepared(contact, callback, actions);
            case FlowInput.Compared(var contact, var isRight) ->
                journeys.compared(contact, new Task.Outcome.Compared(isRight), actions);
            case FlowInput.EmergencySwitched(var client, var emergency) ->
                emergencies.switched(client, emergency, actions);
            case FlowInput.Lend(var contact, var flow) -> lend(contact, flow, actions);
            case FlowInput.Clock(var now) -> {
                picture.passed(now);
                journeys.places().clock(actions);
            }
            case FlowInput.Answered(var request, var answer) -> answered(request, answer, actions);
            case FlowInput.GateDecided(var contact, var pass) -> outside.decided(contact, pass, actions);
            case FlowInput.WantedBy(var contact, var isOne) -> wanted(contact, isOne, actions);
            case FlowInput.HandOut wanted -> handOvers.begin(wanted, actions);
            case FlowInput.HandOutDone(var contact) -> handOvers.complete(contact, actions);
            case FlowInput.HandOutSwapped(var contact) -> handOvers.swap(contact, actions);
            case FlowInput.HandOutConferred(var contact) -> handOvers.confer(contact, actions);
            case FlowInput.HandOutWithdrawn(var contact) -> handOvers.withdraw(contact, actions);
            case FlowInput.DeviceChosen(var agent, var device) -> choose(agent, device);
            case FlowInput.MobileChosen(var agent, var prompt) -> {
                picture.devices.remove(agent);
                picture.mobilePrompts.put(agent, prompt);
            }
            case FlowInput.MobileDecided(var offer, var pass) -> effects.mobileDecided(offer, pass, actions);
        }
        watch.ordered(actions);
        return actions;
    }

    /// The numbers that can be dialled.
    public Set<String> numbers() {
        return plan.numbers();
    }

    /// Whether something is due that only [FlowInput.Clock] brings about.
    public boolean awaitsTime() {
        return journeys.places().isAwaited();
    }

    /// The id of the leg on which the talk of an offer is, for orders that change nothing of the call.
    /// Any thread may ask.
    public String legOf(OfferId offer) {
        return picture.legOf(offer);
    }

    /// Whose line a channel is now; empty for one that is none of a call's. Any thread may ask.
    public Optional<LineOwner> ownerOf(String channelId) {
        Optional<LineOwner> leg = picture.offerOf(channelId).map(offer -> new LineOwner.Leg(offer.value()));
        return leg.or(() -> Names.outsideContact(channelId)
                .or(() -> Names.contact(channelId))
                .map(contact -> new LineOwner.Customer(contact.value())));
    }

    /// The name of the room in which a contact's talk is; empty where the contact is joined with one agent's leg
    /// alone. Any thread may ask.
    public Optional<String> roomOf(ContactId contact) {
        return picture.roomOf(contact);
    }

    /// Whether callers of the client can be lent to that flow. Any thread may ask.
    public boolean hasSelfService(ClientId client, String flow) {
        return plan.selfService(client, flow).isPresent();
    }

    private void wanted(ContactId id, boolean isOne, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact != null) {
            contact.isOwnerAsked = false;
            if (isOne) {
                outside.giveBack(id, actions);
            } else {
                effects.perform(actions);
            }
        }
    }

    private void lend(ContactId id, String flow, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        QueueDefinition queue = contact == null ? null : picture.queues.get(contact.queue);
        if (contact == null || queue == null || !isLent(contact, queue, flow, actions)) {
            actions.add(new FlowAction.RefuseLending(id));
        } else if (contact.isHeld) {
            seats.changed(id, actions);
        }
    }

    private boolean isLent(Contact contact, QueueDefinition queue, String flow, List<FlowAction> actions) {
        return plan.selfService(queue.client(), flow)
                .filter(line -> journeys.lendings().lend(contact.id, line, actions))
                .isPresent();
    }

    private void moved(PbxRequest.Move move, PbxAnswer answer, List<FlowAction> actions) {
        seats.answered(move, answer);
        handOvers.answered(move, answer, actions);
        partings.answered(move, answer, actions);
        emergencies.tellDue(actions);
    }

    private void answered(PbxRequest request, PbxAnswer answer, List<FlowAction> actions) {
        if (request instanceof PbxRequest.EndLeg(var leg) && answer instanceof PbxAnswer.NotThere) {
            watch.notThere(leg, actions);
        }
        if (request instanceof PbxRequest.CallOutside call && !(answer instanceof PbxAnswer.Accepted)) {
            outside.refused(call.legId(), answer, actions);
        } else if (request instanceof PbxRequest.CallPartner call && !(answer instanceof PbxAnswer.Accepted)) {
            handOvers.refused(call.legId(), answer, actions);
        } else {
            effects.answered(request, answer, actions);
        }
    }

    private void choose(AgentId agent, @Nullable AgentDevice device) {
        picture.mobilePrompts.remove(agent);
        if (device == null) {
            picture.devices.remove(agent);
        } else {
            picture.devices.put(agent, device);
        }
    }
}
