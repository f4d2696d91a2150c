package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.checks.Invariants;

/// An engine with two queues and three agents, told in the words of a call centre. After each command the
/// invariants are checked.
///
/// Support (offer timeout 15 s, wrap-up 60 s, longest wait 30 min, pass-over 30 s) is served by Chen, Li and
/// Wang; consulting, with the same times, by Chen and Li.
final class World {
    static final ClientId DEMO = new ClientId(1);
    static final SkillId SUPPORT_SKILL = new SkillId(1);
    static final SkillId CONSULT_SKILL = new SkillId(2);
    static final QueueId SUPPORT = new QueueId(1);
    static final QueueId CONSULT = new QueueId(2);
    static final AgentId CHEN = new AgentId(2001);
    static final AgentId LI = new AgentId(2002);
    static final AgentId WANG = new AgentId(2003);
    static final ReasonCode BREAK = new ReasonCode("break");
    static final DispositionCode RESOLVED = new DispositionCode("resolved");
    static final QueueTimes TIMES = new QueueTimes(seconds(15), seconds(60), seconds(1_800), seconds(30));

    static final long START = 1_800_000_000_000_000L;

    final Engine engine;
    final List<Event> events = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    long now = START;
    private final Invariants invariants;

    World(Limits limits) {
        engine = new Engine(limits);
        invariants = new Invariants(engine);
    }

    static World staffed(AgentId... ready) {
        return staffed(limits(), ready);
    }

    /// Configured, with these agents ready, each a second after the one before.
    static World staffed(Limits limits, AgentId... ready) {
        World world = new World(limits);
        world.does(new Command.Configure(configuration(1, TIMES)));
        for (AgentId agent : ready) {
            world.signsIn(agent);
            world.does(new Command.MakeReady(agent));
            world.passes(1);
        }
        return world;
    }

    static Limits limits() {
        return limits(50, 50, 200, 64);
    }

    /// Small ones: 10 agents, skills and queues, 50 ended contacts, a lease of 4 hours.
    static Limits limits(int contacts, int passOvers, int effects, int workPerTick) {
        return new Limits(
                contacts, 10, 10, 10, 200, passOvers, 50, 50, 10, 10, effects, 50, workPerTick, seconds(4 * 3_600));
    }

    static Configuration configuration(long version, QueueTimes times) {
        return new Configuration(
                version,
                List.of(new SkillDefinition(SUPPORT_SKILL, "support"), new SkillDefinition(CONSULT_SKILL, "consult")),
                List.of(
                        queue(SUPPORT, "support", SUPPORT_SKILL, times),
                        queue(CONSULT, "consult", CONSULT_SKILL, times)),
                List.of(
                        agent(CHEN, SUPPORT_SKILL, CONSULT_SKILL),
                        agent(LI, SUPPORT_SKILL, CONSULT_SKILL),
                        agent(WANG, SUPPORT_SKILL)));
    }

    static QueueDefinition queue(QueueId queue, String code, SkillId skill, QueueTimes times) {
        return new QueueDefinition(queue, code, DEMO, List.of(new SkillRequirement(skill, 1)), times);
    }

    static AgentDefinition agent(AgentId agent, SkillId... skills) {
        List<SkillLevel> levels = new ArrayList<>();
        for (SkillId skill : skills) {
            levels.add(new SkillLevel(skill, 5));
        }
        return new AgentDefinition(agent, levels);
    }

    static long seconds(long seconds) {
        return seconds * 1_000_000;
    }

    /// Applies a command; its events are in [#events] alone.
    World does(Command command) {
        events.clear();
        decisions.clear();
        engine.apply(
                command,
                now,
                event -> {
                    events.add(event);
                    invariants.enter(event);
                },
                decisions::add);
        invariants.check(command);
        return this;
    }

    /// Time passes, and nothing else.
    World passes(long seconds) {
        now += seconds(seconds);
        return this;
    }

    /// Time passes, and the engine is told.
    World elapses(long seconds) {
        return passes(seconds).does(new Command.Tick());
    }

    World signsIn(AgentId agent) {
        return does(new Command.SignIn(agent));
    }

    World arrives(long contact, QueueId queue) {
        return does(new Command.Arrive(new ContactId(contact), DEMO, queue));
    }

    World hangsUp(long contact) {
        return does(new Command.Leave(new ContactId(contact), LeaveCause.CALLER_HUNG_UP));
    }

    World answers(long offer) {
        return does(new Command.OfferAnswered(new OfferId(offer)));
    }

    World declines(long offer) {
        return does(new Command.OfferDeclined(new OfferId(offer)));
    }

    World endsTalk(long contact) {
        return does(new Command.EndTalk(new ContactId(contact)));
    }

    World wrapsUp(AgentId agent, long contact) {
        return does(new Command.CompleteWrapUp(agent, new ContactId(contact), RESOLVED));
    }

    AgentState stateOf(AgentId agent) {
        return seen(agent).state();
    }

    String reasonOf(AgentId agent) {
        return seen(agent).reason().value();
    }

    EngineView.Agent seen(AgentId agent) {
        return engine.view().agents().stream()
                .filter(view -> view.agent() == agent.value())
                .findFirst()
                .orElseThrow();
    }

    Optional<EngineView.Contact> contact(long contact) {
        return engine.view().contacts().stream()
                .filter(view -> view.contact() == contact)
                .findFirst();
    }

    /// Whom the contact rings at, or null.
    @Nullable
    AgentId ringsAt(long contact) {
        return contact(contact)
                .filter(view -> view.stage() == EngineView.Stage.RINGING)
                .map(view -> new AgentId(view.agent()))
                .orElse(null);
    }

    <T extends Event> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Effect> effects() {
        return all(Event.EffectRequested.class).stream()
                .map(Event.EffectRequested::effect)
                .toList();
    }
}
