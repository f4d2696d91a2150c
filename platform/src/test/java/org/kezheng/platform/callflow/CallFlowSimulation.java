package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;

/// Calls, phones, restarts of either side and broken links, in random order. Afterwards nobody may be stuck.
final class CallFlowSimulation {
    private static final List<String> NUMBERS = List.of("4001", "4002", SmallSite.FLOW_NUMBER);
    private static final int STEPS = 30_000;
    private static final int SETTLING_STEPS = 40_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nobodyIsStuckAfterRestartsAndBrokenLinks(long seed) {
        run(seed, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103})
    void nobodyIsStuckOnAQuietDay(long seed) {
        Map<ContactId, ContactOutcome> outcomes = run(seed, 0);
        assertThat(outcomes.values()).as("seed %d", seed).doesNotContain(ContactOutcome.LOST);
    }

    @Test
    void equalSeedsGiveEqualDays() {
        assertThat(run(77, 200)).isEqualTo(run(77, 200));
    }

    private static Map<ContactId, ContactOutcome> run(long seed, int stepsBetweenFaults) {
        FlowWorld world = new FlowWorld(seed);
        FlowWorld.AGENTS.forEach(agent -> {
            world.submit(new Command.SignIn(new AgentId(agent)));
            world.submit(new Command.MakeReady(new AgentId(agent)));
        });
        reconcileForEver(world);
        for (int step = 0; step < STEPS; step++) {
            if (step % 7 == 0) {
                somebodyActs(world);
            }
            if (stepsBetweenFaults > 0 && world.random.nextInt(stepsBetweenFaults) == 0) {
                somethingBreaks(world);
            }
            world.step();
        }
        settle(world);
        if (stepsBetweenFaults == 0) {
            assertThat(world.lent).as("seed %d: callers are lent", seed).containsOnlyKeys(Lending.State.values());
            assertThat(world.partners.keySet())
                    .as("seed %d: callers are handed outside, and partners put aside", seed)
                    .contains(PartnerMoment.Aside.class, PartnerMoment.HandedOver.class);
        }
        return requireNothingLeft(world, seed);
    }

    private static void reconcileForEver(FlowWorld world) {
        world.after(Duration.ofSeconds(30), () -> {
            world.reconcile();
            reconcileForEver(world);
        });
    }

    private static void somebodyActs(FlowWorld world) {
        AgentId agent = new AgentId(FlowWorld.AGENTS.get(world.random.nextInt(FlowWorld.AGENTS.size())));
        switch (world.random.nextInt(14)) {
            case 0, 1, 2 -> {
                PbxTwin.Caller caller = world.pbx.call(NUMBERS.get(world.random.nextInt(NUMBERS.size())));
                world.after(
                        Duration.ofMillis(world.random.nextInt(1_000, 90_000)),
                        () -> world.pbx.hangUpCaller(caller.uniqueId));
            }
            case 3 -> world.pbx.call("9999");
            case 4 -> world.submit(new Command.MakeNotReady(agent, new ReasonCode("break")));
            case 5 -> {
                world.choose(agent.value(), null);
                world.after(Duration.ofSeconds(3), world::chooseDevices);
            }
            case 6, 7 -> somebodyTransfers(world, agent);
            case 8, 9, 10, 11 -> somebodyConsults(world, agent);
            default -> {
                world.submit(new Command.SignIn(agent));
                world.submit(new Command.MakeReady(agent));
            }
        }
    }

    /// Any talk is put aside or taken back, or its agent calls somebody, or leaves it to whom was called.
    private static void somebodyConsults(FlowWorld world, AgentId agent) {
        List<ContactId> talks = world.talks();
        if (talks.isEmpty()) {
            return;
        }
        ContactId contact = talks.get(world.random.nextInt(talks.size()));
        if (world.isHandedOut(contact)) {
            world.actOutside(contact);
            return;
        }
        boolean isCallers = Long.toString(contact.value()).length() <= 17;
        switch (world.random.nextInt(10)) {
            case 8, 9 -> {
                if (isCallers && !world.isConsulted(contact)) {
                    world.handOut(contact);
                }
            }
            case 6, 7 -> world.lend(contact);
            case 0 -> world.submit(new Command.Hold(contact));
            case 1 -> world.submit(new Command.Resume(contact));
            case 2 ->
                world.consultations().forEach((caller, called) -> world.submit(new Command.TakeOver(caller, called)));
            default -> {
                if (isCallers && !world.isConsulted(contact)) {
                    ContactId inner = world.nextInternal();
                    world.submit(
                            new Command.CallAgent(inner, SmallSite.CLIENT, new QueueId(1), agent, contact.value()));
                    world.submit(new Command.Hold(contact));
                }
            }
        }
    }

    /// Any call that talks goes to a queue or to that agent, who may be its own or busy.
    private static void somebodyTransfers(FlowWorld world, AgentId agent) {
        List<ContactId> talks = world.talks();
        if (talks.isEmpty()) {
            return;
        }
        ContactId contact = talks.get(world.random.nextInt(talks.size()));
        world.submit(
                world.random.nextBoolean()
                        ? new Command.TransferToAgent(contact, agent)
                        : new Command.TransferToQueue(contact, new QueueId(world.random.nextInt(1, 3))));
    }

    private static void somethingBreaks(FlowWorld world) {
        switch (world.random.nextInt(3)) {
            case 0 -> world.loseLink();
            case 1 -> world.restartPbx();
            default -> world.restartPlatform();
        }
    }

    /// Everybody who still waits goes on waiting until served, timed out or hung up.
    private static void settle(FlowWorld world) {
        world.connect();
        for (int step = 0; step < SETTLING_STEPS; step++) {
            world.step();
        }
    }

    private static Map<ContactId, ContactOutcome> requireNothingLeft(FlowWorld world, long seed) {
        Set<ContactId> queued = new HashSet<>();
        Map<ContactId, ContactOutcome> ended = new LinkedHashMap<>();
        for (FlowInput.Recorded record : world.journal) {
            for (Event event : record.events()) {
                if (event instanceof Event.ContactQueued arrival) {
                    assertThat(queued.add(arrival.contact()))
                            .as("seed %d: arrives once", seed)
                            .isTrue();
                } else if (event instanceof Event.ContactEnded(var contact, var outcome)) {
                    assertThat(ended.put(contact, outcome))
                            .as("seed %d: ends once", seed)
                            .isNull();
                }
            }
        }
        assertThat(world.pbx.callers.keySet()).as("seed %d: callers left", seed).isEmpty();
        assertThat(world.pbx.legs.keySet()).as("seed %d: legs left", seed).isEmpty();
        assertThat(world.engine().pendingEffects())
                .as("seed %d: effects left", seed)
                .isEmpty();
        assertThat(ended.keySet()).as("seed %d: contacts ended", seed).isEqualTo(queued);
        assertThat(ended).as("seed %d: some are answered", seed).containsValue(ContactOutcome.ANSWERED);
        return ended;
    }
}
