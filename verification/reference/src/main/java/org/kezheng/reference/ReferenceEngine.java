package org.kezheng.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.Refusal;

/// The rules of `docs/routing.md`, written to be read. Commands in, events out.
public final class ReferenceEngine {
    private final Site site;
    private final AgentChanges agents;
    private final ContactChanges contacts;
    private final Matching matching;
    private final PassingOver passingOver;
    private final Overflowing overflowing;
    private final AgentWords agentWords;
    private final ContactWords contactWords;
    private final OfferWords offerWords;
    private final HandingOver handingOver;
    private final Configuring configuring;

    public ReferenceEngine(Limits limits) {
        site = new Site(limits);
        agents = new AgentChanges(site);
        contacts = new ContactChanges(site, agents);
        matching = new Matching(site, agents, contacts);
        passingOver = new PassingOver(site, matching);
        overflowing = new Overflowing(site, contacts, matching);
        agentWords = new AgentWords(site, agents, contacts, matching);
        contactWords = new ContactWords(site, contacts, matching, overflowing);
        offerWords = new OfferWords(site, agents, contacts, matching, passingOver);
        handingOver = new HandingOver(site, agents, contacts, matching, overflowing, passingOver);
        configuring = new Configuring(site, contacts, matching);
    }

    /// What comes of a command at an instant, in microseconds since 1970 UTC.
    public List<Event> apply(Command command, long nowMicros) {
        if (command instanceof Command.ClockJumped(long from, long to)) {
            site.skippedMicros += Math.max(0, to - from);
        }
        site.now = Math.max(site.now, nowMicros - site.skippedMicros);
        site.events.clear();
        int work = command instanceof Command.Tick ? tick() : 0;
        dispatch(command);
        passingOver.placeEndedEarly();
        matching.look(site.limits.workPerTick() - work);
        return new ArrayList<>(site.events);
    }

    private void dispatch(Command command) {
        switch (command) {
            case Command.Configure c -> configuring.configure(c.configuration());
            case Command.SignIn c -> agentWords.signIn(c);
            case Command.SignOut c -> agentWords.signOut(c);
            case Command.MakeReady c -> agentWords.makeReady(c);
            case Command.MakeNotReady c -> agentWords.makeNotReady(c);
            case Command.CompleteWrapUp c -> agentWords.completeWrapUp(c);
            case Command.ExtendWrapUp c -> agentWords.extendWrapUp(c);
            case Command.Arrive c -> contactWords.arrive(c);
            case Command.Leave c -> contactWords.leave(c);
            case Command.TakeCallback c -> contactWords.takeCallback(c);
            case Command.EstimateWait c -> contactWords.estimateWait(c.contact());
            case Command.Hold c -> contactWords.hold(c.contact());
            case Command.Resume c -> contactWords.resume(c.contact());
            case Command.EndTalk c -> contactWords.endTalk(c.contact());
            case Command.RenewTalk c -> contactWords.renewTalk(c.contact());
            case Command.OfferRinging c -> offerWords.ringing(c.offer());
            case Command.OfferAnswered c -> offerWords.answered(c.offer());
            case Command.OfferDeclined c -> offerWords.declined(c.offer());
            case Command.OfferFailed c -> offerWords.failed(c.offer());
            case Command.Move c -> handingOver.move(c);
            case Command.Assign c -> handingOver.assign(c);
            case Command.Pull c -> handingOver.pull(c);
            case Command.TransferToQueue c -> handingOver.transferToQueue(c);
            case Command.TransferToAgent c -> handingOver.transferToAgent(c);
            case Command.TakeOver c -> handingOver.takeOver(c);
            case Command.CallAgent c -> handingOver.callAgent(c);
            case Command.Acknowledge c -> acknowledge(c.effect());
            case Command.Tick c -> {}
            case Command.ClockJumped c -> {}
        }
    }

    private void acknowledge(EffectId effect) {
        if (site.pending.containsKey(effect.value())) {
            site.settle(effect.value());
        } else if (effect.value() > site.lastEffect) {
            site.refuse(Refusal.UNKNOWN_EFFECT);
        }
    }

    /// Serves what is due, first things first. Returns the units of work.
    private int tick() {
        int work = matching.look(site.limits.workPerTick());
        while (work < site.limits.workPerTick()) {
            Optional<Timed> due = firstDue();
            if (due.isEmpty()) {
                break;
            }
            due.get().dueAt = Timed.NEVER;
            serve(due.get());
            passingOver.placeEndedEarly();
            work++;
        }
        return work;
    }

    private Optional<Timed> firstDue() {
        return Stream.<Timed>concat(
                        site.contacts.values().stream(), Stream.concat(site.wrapUps.stream(), site.passOvers.stream()))
                .filter(timed -> timed.dueAt <= site.now)
                .reduce((one, other) -> other.isBefore(one) ? other : one);
    }

    private void serve(Timed due) {
        switch (due) {
            case WrapUp wrapUp -> {
                Agent agent = site.findAgent(wrapUp.agent).orElseThrow();
                agents.endWrapUp(wrapUp, DispositionCode.NONE);
                agents.refresh(agent);
                matching.placeAgent(agent);
            }
            case PassOver pass -> passingOver.end(pass);
            case Contact contact -> serve(contact);
            default -> throw new IllegalStateException("Nothing else is timed");
        }
    }

    private void serve(Contact contact) {
        switch (contact.stage) {
            case WAITING -> {
                long waited = site.now - contact.entered;
                if (waited >= site.queueOf(contact).times().maxWaitMicros()) {
                    overflowing.waitedTooLong(contact);
                } else {
                    contacts.widen(contact);
                    matching.placeContact(contact);
                }
            }
            case RINGING -> offerWords.missed(contact);
            case TALKING -> {
                Agent agent = site.agentOf(contact);
                long offer = contact.offer;
                contacts.endTalking(contact);
                site.requestStop(offer);
                site.requestDisconnect(contact.id);
                matching.placeAgent(agent);
            }
        }
    }
}
