package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Makes up the life of a call centre from a seed: what callers, agents, phones, the PBX and the host would say,
/// now and then too late, twice, or of something unknown.
final class RandomLife {
    private final SplittableRandom random;
    private final Engine engine;
    private final int agents;
    private final int queues;
    private long nextContact = 1;
    private long configurations;
    private long now = World.START;

    RandomLife(long seed, Engine engine, int agents, int queues) {
        random = new SplittableRandom(seed);
        this.engine = engine;
        this.agents = agents;
        this.queues = queues;
    }

    long now() {
        return now;
    }

    Command next() {
        if (configurations == 0) {
            return configure();
        }
        now += random.nextInt(1_000_000);
        if (engine.nextDeadlineMicros() <= now) {
            return new Command.Tick();
        }
        int dice = random.nextInt(1_000);
        if (dice < 110) {
            return arrive();
        }
        if (dice < 450) {
            return ofOffer();
        }
        if (dice < 620) {
            return ofContact();
        }
        if (dice < 990) {
            return ofAgent();
        }
        return dice < 993 ? configure() : dice < 996 ? jump() : new Command.Tick();
    }

    private Command arrive() {
        QueueId queue = new QueueId(1 + random.nextInt(queues + (random.nextInt(50) == 0 ? 1 : 0)));
        long contact = random.nextInt(40) == 0 ? someContact() : nextContact++;
        return new Command.Arrive(new ContactId(contact), World.DEMO, queue);
    }

    private Command ofOffer() {
        List<PendingEffect> pending = engine.pendingEffects();
        if (!pending.isEmpty() && random.nextInt(3) != 0) {
            return new Command.Acknowledge(
                    pending.get(random.nextInt(pending.size())).id());
        }
        OfferId offer = new OfferId(random.nextInt(6) == 0 ? someOffer() : someOfferThatRings());
        return switch (random.nextInt(8)) {
            case 0 -> new Command.OfferDeclined(offer);
            case 1 -> new Command.OfferFailed(offer);
            case 2, 3 -> new Command.OfferRinging(offer);
            default -> new Command.OfferAnswered(offer);
        };
    }

    private Command ofContact() {
        ContactId contact = new ContactId(random.nextInt(5) == 0 ? someContact() : someContactHere());
        return switch (random.nextInt(8)) {
            case 0 -> new Command.Hold(contact);
            case 1 -> new Command.Resume(contact);
            case 2 -> new Command.RenewTalk(contact);
            case 3, 4 -> new Command.EndTalk(contact);
            case 5 -> new Command.Leave(contact, LeaveCause.PBX_LOST);
            default -> new Command.Leave(contact, LeaveCause.CALLER_HUNG_UP);
        };
    }

    private long someOffer() {
        return Math.max(1, engine.state().contacts.lastOffer() + 1 - random.nextLong(8));
    }

    private long someOfferThatRings() {
        int row = someRow(Contacts.Stage.RINGING);
        return row == Contacts.NONE ? someOffer() : engine.state().contacts.offer[row];
    }

    private int someRow(Contacts.Stage stage) {
        Contacts contacts = engine.state().contacts;
        int start = random.nextInt(contacts.rows());
        for (int i = 0; i < contacts.rows(); i++) {
            int row = (start + i) % contacts.rows();
            if (contacts.stage[row] == stage) {
                return row;
            }
        }
        return Contacts.NONE;
    }

    private long someContact() {
        return Math.max(1, nextContact - random.nextLong(20));
    }

    private long someContactHere() {
        int row = someRow(random.nextInt(4) == 0 ? Contacts.Stage.WAITING : Contacts.Stage.TALKING);
        return row == Contacts.NONE ? someContact() : engine.state().contacts.id[row];
    }

    private Command ofAgent() {
        AgentId agent = new AgentId(1 + random.nextInt(agents));
        int row = engine.state().agents.find(agent);
        long contact = row == Agents.NONE ? 0 : engine.state().agents.contact[row];
        return switch (random.nextInt(12)) {
            case 0 -> new Command.SignOut(agent);
            case 1 -> new Command.MakeNotReady(agent, World.BREAK);
            case 2, 3 -> new Command.SignIn(agent);
            case 4, 5, 6 -> new Command.CompleteWrapUp(agent, new ContactId(Math.max(1, contact)), World.RESOLVED);
            default -> new Command.MakeReady(agent);
        };
    }

    private Command jump() {
        long from = now;
        if (random.nextBoolean()) {
            now += random.nextLong(World.seconds(7_200));
            return new Command.ClockJumped(from, now);
        }
        return new Command.ClockJumped(from, from - random.nextLong(World.seconds(7_200)));
    }

    private Command configure() {
        List<SkillDefinition> skills = new ArrayList<>();
        for (int skill = 1; skill <= 4; skill++) {
            skills.add(new SkillDefinition(new SkillId(skill), "skill-" + skill));
        }
        List<QueueDefinition> queueList = new ArrayList<>();
        for (int queue = 1; queue <= queues; queue++) {
            QueueTimes times = new QueueTimes(
                    World.seconds(5 + random.nextInt(20)),
                    World.seconds(random.nextInt(60)),
                    World.seconds(30 + random.nextInt(300)),
                    World.seconds(1 + random.nextInt(60)));
            List<SkillRequirement> required = new ArrayList<>();
            for (int skill = 1; skill <= 4; skill++) {
                if (random.nextInt(3) == 0) {
                    required.add(new SkillRequirement(new SkillId(skill), 1 + random.nextInt(8)));
                }
            }
            queueList.add(new QueueDefinition(new QueueId(queue), "queue-" + queue, World.DEMO, required, times));
        }
        List<AgentDefinition> agentList = new ArrayList<>();
        for (int agent = 1; agent <= agents; agent++) {
            List<SkillLevel> levels = new ArrayList<>();
            for (int skill = 1; skill <= 4; skill++) {
                if (random.nextInt(3) != 0) {
                    levels.add(new SkillLevel(new SkillId(skill), 1 + random.nextInt(10)));
                }
            }
            boolean isKept = random.nextInt(30) != 0;
            if (isKept) {
                agentList.add(new AgentDefinition(new AgentId(agent), levels));
            }
        }
        return new Command.Configure(new Configuration(++configurations, skills, queueList, agentList));
    }
}
