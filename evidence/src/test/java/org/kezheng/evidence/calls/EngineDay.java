package org.kezheng.evidence.calls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.JournalRecord;

/// A random day of two clients and six agents, decided by the real engine. The same seed gives the same day.
public final class EngineDay implements JournalProjector.JournalSource {
    private static final int AGENTS = 6;
    private static final int FIRST_AGENT = 2001;
    private static final int QUEUES = 3;

    private final Engine engine = new Engine(Limits.standard());
    private final List<JournalRecord> records = new ArrayList<>();
    private final Random random;
    private final List<ContactId> living = new ArrayList<>();
    private final Map<OfferId, ContactId> offers = new LinkedHashMap<>();
    private final Map<AgentId, ContactId> wrappingUp = new LinkedHashMap<>();
    private long nowMicros = 1_800_000_000_123_456L;
    private long lastContact;

    public EngineDay(long seed, int commands) {
        random = new Random(seed);
        apply(new Command.Configure(configuration()));
        for (int agent = 0; agent < AGENTS; agent++) {
            apply(new Command.SignIn(new AgentId(FIRST_AGENT + agent)));
        }
        for (int command = 0; command < commands; command++) {
            passTime(random.nextLong(TimeUnit.SECONDS.toMicros(6)));
            apply(anything());
        }
    }

    @Override
    public Iterable<JournalRecord> from(long position) {
        return records.subList(Math.toIntExact(Math.min(position - 1, records.size())), records.size());
    }

    /// The day's records up to a position, as a journal that has not grown further.
    public JournalProjector.JournalSource upTo(long last) {
        return position -> records.subList(
                Math.toIntExact(Math.min(position - 1, last)), Math.toIntExact(Math.min(last, records.size())));
    }

    public int length() {
        return records.size();
    }

    private void passTime(long micros) {
        long until = nowMicros + micros;
        while (engine.nextDeadlineMicros() <= until) {
            nowMicros = Math.max(nowMicros, engine.nextDeadlineMicros());
            apply(new Command.Tick());
        }
        nowMicros = until;
    }

    private void apply(Command command) {
        List<Event> events = new ArrayList<>();
        engine.apply(command, nowMicros, events::add);
        long position = records.size() + 1L;
        records.add(new JournalRecord(position, nowMicros, new CommandId(1, position), command, events));
        events.forEach(this::follow);
    }

    private void follow(Event event) {
        switch (event) {
            case Event.ContactQueued queued -> living.add(queued.contact());
            case Event.ContactEnded ended -> living.remove(ended.contact());
            case Event.OfferMade made -> offers.put(made.offer(), made.contact());
            case Event.OfferEnded ended -> offers.remove(ended.offer());
            case Event.WrapUpEnded ended -> wrappingUp.remove(ended.agent());
            case Event.ContactAnswered answered -> wrappingUp.put(answered.agent(), answered.contact());
            default -> {
                // Nothing that a later command needs to know.
            }
        }
    }

    private Command anything() {
        int kind = random.nextInt(100);
        if (kind < 25) {
            return arrival();
        }
        if (kind < 55) {
            return onOffer().orElseGet(this::arrival);
        }
        if (kind < 80) {
            return onContact().orElseGet(this::arrival);
        }
        return onAgent();
    }

    private Command arrival() {
        int queue = 1 + random.nextInt(QUEUES);
        lastContact++;
        return new Command.Arrive(
                new ContactId(lastContact), new ClientId(queue == QUEUES ? 2 : 1), new QueueId(queue));
    }

    private Optional<Command> onOffer() {
        return any(List.copyOf(offers.keySet())).map(offer -> switch (random.nextInt(10)) {
            case 0 -> new Command.OfferDeclined(offer);
            case 1 -> new Command.OfferFailed(offer);
            case 2, 3, 4 -> new Command.OfferRinging(offer);
            default -> new Command.OfferAnswered(offer);
        });
    }

    private Optional<Command> onContact() {
        return any(living).map(contact -> switch (random.nextInt(10)) {
            case 8 -> new Command.TakeOver(contact, agent());
            case 9 ->
                new Command.CallAgent(
                        new ContactId(++lastContact), new ClientId(1), new QueueId(1), agent(), contact.value());
            case 0 -> new Command.Leave(contact, LeaveCause.CALLER_HUNG_UP);
            case 1 ->
                new Command.Leave(contact, any(List.of(LeaveCause.values())).orElseThrow());
            case 2, 3 -> new Command.EndTalk(contact);
            case 4, 5 -> new Command.Hold(contact);
            case 6 -> new Command.Resume(contact);
            default -> new Command.RenewTalk(contact);
        });
    }

    private AgentId agent() {
        return new AgentId(FIRST_AGENT + random.nextInt(AGENTS));
    }

    private Command onAgent() {
        AgentId agent = agent();
        ContactId contact = wrappingUp.get(agent);
        if (contact != null && random.nextBoolean()) {
            return new Command.CompleteWrapUp(agent, contact, new DispositionCode("resolved"));
        }
        return switch (random.nextInt(12)) {
            case 0 -> new Command.SignOut(agent);
            case 1, 2 -> new Command.SignIn(agent);
            case 3 -> new Command.MakeNotReady(agent, new ReasonCode("break"));
            default -> new Command.MakeReady(agent);
        };
    }

    private <T> Optional<T> any(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }

    private static Configuration configuration() {
        List<SkillDefinition> skills = new ArrayList<>();
        List<QueueDefinition> queues = new ArrayList<>();
        for (int queue = 1; queue <= QUEUES; queue++) {
            skills.add(new SkillDefinition(new SkillId(queue), "skill-" + queue));
            queues.add(new QueueDefinition(
                    new QueueId(queue),
                    "queue-" + queue,
                    new ClientId(queue == QUEUES ? 2 : 1),
                    List.of(new SkillRequirement(new SkillId(queue), 1)),
                    new QueueTimes(seconds(15), seconds(20), seconds(90), seconds(30))));
        }
        List<AgentDefinition> agents = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            agents.add(new AgentDefinition(
                    new AgentId(FIRST_AGENT + agent),
                    List.of(
                            new SkillLevel(new SkillId(1 + agent % QUEUES), 5),
                            new SkillLevel(new SkillId(1 + (agent + 1) % QUEUES), 3))));
        }
        return new Configuration(1, skills, queues, agents);
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toMicros(seconds);
    }
}
