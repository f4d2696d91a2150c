package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.checks.Invariants;

/// Every order in which a few agents, callers, phones and the clock can act, up to a length, with the invariants
/// checked after each step. Late, early and repeated words are among them. Orders that lead to the same state go
/// on as one.
class InterleavingsSimulation {
    private static final AgentId[] AGENTS = {World.CHEN, World.LI};
    private static final Limits SMALL = new Limits(3, 2, 2, 2, 8, 2, 2, 2, 2, 2, 12, 4, 8, World.seconds(600));

    @Test
    void everyOrderOfTwoAgentsAndTwoContactsKeepsTheInvariants() {
        assertThat(explore(2, 6, false)).isGreaterThan(10_000);
    }

    @Test
    void everyOrderOfTwoAgentsAndThreeContactsKeepsTheInvariants() {
        assertThat(explore(3, 5, false)).isGreaterThan(10_000);
    }

    @Test
    void everyOrderWithHandOversKeepsTheInvariants() {
        assertThat(explore(2, 5, true)).isGreaterThan(10_000);
    }

    /// Returns how many states were seen.
    private static int explore(int contacts, int steps, boolean hasHandOvers) {
        List<List<Step>> frontier = List.of(List.of());
        Set<Long> seen = new HashSet<>();
        for (int step = 0; step < steps; step++) {
            List<List<Step>> next = new ArrayList<>();
            for (List<Step> path : frontier) {
                Place place = runTo(path);
                long before = place.engine.digest();
                for (Step choice : choices(place, contacts, hasHandOvers)) {
                    place.does(choice, true);
                    long digest = place.engine.digest();
                    if (seen.add(digest)) {
                        List<Step> longer = new ArrayList<>(path);
                        longer.add(choice);
                        next.add(longer);
                    }
                    // What changed nothing leaves the place as it was for the next choice.
                    place = digest == before ? place : runTo(path);
                }
            }
            frontier = next;
        }
        return seen.size();
    }

    private record Step(Command command, long micros) {}

    private static List<Step> choices(Place place, int contacts, boolean hasHandOvers) {
        List<Step> choices = new ArrayList<>();
        for (long contact = 1; contact <= contacts; contact++) {
            ContactId id = new ContactId(contact);
            choices.add(at(new Command.Arrive(id, World.DEMO, contact == 2 ? World.CONSULT : World.SUPPORT)));
            choices.add(at(new Command.Leave(id, LeaveCause.CALLER_HUNG_UP)));
            choices.add(at(new Command.EndTalk(id)));
            if (hasHandOvers) {
                addHandOvers(id, choices);
            }
        }
        for (long offer = 1; offer <= place.offers(); offer++) {
            OfferId id = new OfferId(offer);
            choices.add(at(new Command.OfferAnswered(id)));
            choices.add(at(new Command.OfferDeclined(id)));
            choices.add(at(new Command.OfferFailed(id)));
        }
        for (AgentId agent : AGENTS) {
            choices.add(at(new Command.SignIn(agent)));
            choices.add(at(new Command.SignOut(agent)));
            choices.add(at(new Command.MakeReady(agent)));
            choices.add(at(new Command.MakeNotReady(agent, World.BREAK)));
            choices.add(at(new Command.CompleteWrapUp(agent, new ContactId(1), World.RESOLVED)));
        }
        place.engine.pendingEffects().forEach(effect -> choices.add(at(new Command.Acknowledge(effect.id()))));
        long deadline = place.engine.nextDeadlineMicros();
        if (deadline != Long.MAX_VALUE) {
            choices.add(new Step(new Command.Tick(), deadline - place.now));
        }
        return choices;
    }

    /// What supervisors and agents do with a contact beyond answering it.
    private static void addHandOvers(ContactId id, List<Step> choices) {
        choices.add(at(new Command.Hold(id)));
        choices.add(at(new Command.Resume(id)));
        choices.add(at(new Command.RenewTalk(id)));
        choices.add(at(new Command.Leave(id, LeaveCause.HANDED_OVER)));
        choices.add(at(new Command.TakeCallback(id, new ContactId(id.value() + 10))));
        choices.add(at(new Command.EstimateWait(id)));
        choices.add(at(new Command.Move(id, World.CONSULT)));
        choices.add(at(new Command.TransferToQueue(id, World.SUPPORT)));
        for (AgentId agent : AGENTS) {
            choices.add(at(new Command.Assign(id, agent)));
            choices.add(at(new Command.Pull(id, agent)));
            choices.add(at(new Command.TransferToAgent(id, agent)));
            choices.add(at(new Command.TakeOver(id, agent)));
            choices.add(at(new Command.CallAgent(id, World.DEMO, World.SUPPORT, agent, 0)));
            choices.add(at(new Command.ExtendWrapUp(agent, id)));
        }
    }

    private static Step at(Command command) {
        return new Step(command, 0);
    }

    /// Goes the path again from the beginning; its steps were checked when they were new.
    private static Place runTo(List<Step> path) {
        Place place = new Place();
        for (Step step : prepared()) {
            place.does(step, false);
        }
        for (Step step : path) {
            place.does(step, false);
        }
        return place;
    }

    private static List<Step> prepared() {
        List<Step> steps = new ArrayList<>();
        Configuration base = World.configuration(1, World.TIMES);
        steps.add(at(new Command.Configure(new Configuration(
                1,
                base.skills(),
                base.queues(),
                List.of(
                        World.agent(World.CHEN, World.SUPPORT_SKILL, World.CONSULT_SKILL),
                        World.agent(World.LI, World.SUPPORT_SKILL))))));
        for (AgentId agent : AGENTS) {
            steps.add(at(new Command.SignIn(agent)));
            steps.add(at(new Command.MakeReady(agent)));
        }
        return steps;
    }

    private static final class Place {
        final Engine engine = new Engine(SMALL);
        final Invariants invariants = new Invariants(engine);
        long now = World.START;

        void does(Step step, boolean isChecked) {
            now += step.micros();
            engine.apply(step.command(), now, invariants::enter);
            if (isChecked) {
                invariants.check(step.command());
            }
        }

        long offers() {
            return engine.state().contacts.lastOffer();
        }
    }
}
