package org.kezheng.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.EngineView;
import org.kezheng.acd.engine.EngineView.Stage;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.PendingEffect;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;

/// Says what comes next, from how the engine stands.
final class RandomLife {
    private static final long START = 1_800_000_000_000_000L;
    private static final long SECOND = 1_000_000;
    private static final ReasonCode TRAINING = new ReasonCode("training");
    private static final DispositionCode RESOLVED = new DispositionCode("resolved");

    private final SplittableRandom random;
    private final WorldSize size;
    private final Configurations configurations;
    private final Faults faults;
    private long nextContact = 1;
    private long lastOffer;
    private long lastEffect;
    private long now = START;
    private int burst;
    private boolean isConfigured;

    RandomLife(SplittableRandom random, WorldSize size, Faults faults) {
        this.random = random;
        this.size = size;
        this.faults = faults;
        configurations = new Configurations(random, size);
    }

    long now() {
        return now;
    }

    Command next(EngineView view, List<PendingEffect> pending, long nextDeadlineMicros) {
        if (!isConfigured) {
            isConfigured = true;
            return new Command.Configure(configurations.next());
        }
        follow(view, pending);
        now += burst > 0 ? random.nextInt(1_000) : random.nextInt(900_000);
        // A host that is late with a tick, or early, is a fault of every day.
        if (nextDeadlineMicros <= now && random.nextInt(10) != 0) {
            return new Command.Tick();
        }
        if (burst > 0) {
            burst--;
            return arrive(view);
        }
        int dice = random.nextInt(1_000);
        if (dice < 160) {
            return arrive(view);
        }
        if (dice < 440) {
            return ofOffer(view, pending);
        }
        if (dice < 720) {
            return ofContact(view);
        }
        if (dice < 984) {
            return ofAgent(view);
        }
        return rare(dice);
    }

    private void follow(EngineView view, List<PendingEffect> pending) {
        for (EngineView.Contact contact : view.contacts()) {
            lastOffer = Math.max(lastOffer, contact.offer());
        }
        for (PendingEffect effect : pending) {
            lastEffect = Math.max(lastEffect, effect.id().value());
        }
    }

    private Command rare(int dice) {
        if (dice < 989) {
            faults.count(Fault.CONFIGURATION_CHANGES);
            return new Command.Configure(configurations.next());
        }
        if (dice < 993) {
            faults.count(Fault.CLOCK_JUMPS);
            return jump();
        }
        if (dice < 996) {
            faults.count(Fault.BURSTS);
            burst = 5 + random.nextInt(40);
        }
        return new Command.Tick();
    }

    private Command arrive(EngineView view) {
        int queue = 1 + random.nextInt(size.queues() + (random.nextInt(60) == 0 ? 1 : 0));
        boolean isForeign = random.nextInt(150) == 0;
        boolean isOtherChannel = random.nextInt(100) == 0;
        boolean isVoice = (Configurations.channelOf(queue) == Channel.VOICE) != isOtherChannel;
        ContactKind kind = isVoice ? voiceKind() : ContactKind.CHAT;
        return new Command.Arrive(
                random.nextInt(40) == 0 ? someContact(view) : new ContactId(nextContact++),
                isForeign ? new ClientId(2) : Configurations.CLIENT,
                new QueueId(queue),
                kind,
                random.nextInt(3) == 0 ? random.nextInt(6) : 0,
                random.nextInt(10) == 0,
                random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 0,
                wish());
    }

    private ContactKind voiceKind() {
        return switch (random.nextInt(8)) {
            case 0 -> ContactKind.CALLBACK;
            case 1 -> ContactKind.OUTBOUND_RESULT;
            default -> ContactKind.CALL;
        };
    }

    private AgentWish wish() {
        return switch (random.nextInt(6)) {
            case 0 -> new AgentWish.LastAgent(someAgent());
            case 1 -> new AgentWish.NamedAgent(someAgent());
            default -> new AgentWish.Anyone();
        };
    }

    private Command ofOffer(EngineView view, List<PendingEffect> pending) {
        if (!pending.isEmpty() && random.nextInt(5) < 3) {
            return new Command.Acknowledge(
                    pending.get(random.nextInt(pending.size())).id());
        }
        if (random.nextInt(40) == 0) {
            faults.count(Fault.WORDS_ABOUT_NOTHING);
            return new Command.Acknowledge(new EffectId(Math.max(1, lastEffect + 3 - random.nextLong(10))));
        }
        OfferId offer = offer(view);
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Command.OfferDeclined(offer);
            case 2 -> new Command.OfferFailed(offer);
            case 3, 4 -> new Command.OfferRinging(offer);
            default -> new Command.OfferAnswered(offer);
        };
    }

    private OfferId offer(EngineView view) {
        if (random.nextInt(8) == 0) {
            faults.count(Fault.WORDS_ABOUT_NOTHING);
            return new OfferId(Math.max(1, lastOffer + 2 - random.nextLong(8)));
        }
        Stage stage = random.nextInt(12) == 0 ? Stage.TALKING : Stage.RINGING;
        long offer = find(view, stage).offer();
        return new OfferId(Math.max(1, offer == 0 ? lastOffer : offer));
    }

    private Command ofContact(EngineView view) {
        if (random.nextInt(3) == 0) {
            return ofWaiting(view);
        }
        if (random.nextInt(8) == 0) {
            return callAgent(view);
        }
        if (random.nextInt(6) == 0) {
            faults.count(Fault.LOST_CALLS);
            return leave(some(view).contact());
        }
        ContactId talking = new ContactId(
                random.nextInt(10) == 0
                        ? someContact(view).value()
                        : find(view, Stage.TALKING).contact());
        return switch (random.nextInt(15)) {
            case 12 -> new Command.TakeOver(talking, someAgent());
            case 13 -> new Command.TakeOver(talking, calledAgent(view));
            case 14 -> new Command.Leave(talking, LeaveCause.HANDED_OVER);
            case 0 -> new Command.Hold(talking);
            case 1 -> new Command.Resume(talking);
            case 2 -> new Command.RenewTalk(talking);
            case 3, 4, 5, 6 -> new Command.EndTalk(talking);
            case 7, 8 -> new Command.TransferToQueue(talking, someQueue());
            case 9, 10 -> new Command.TransferToAgent(talking, freeAgent(view));
            default -> leave(talking.value());
        };
    }

    private Command ofWaiting(EngineView view) {
        ContactId waiting = new ContactId(
                random.nextInt(3) == 0
                        ? someContact(view).value()
                        : find(view, Stage.WAITING).contact());
        return switch (random.nextInt(8)) {
            case 0 -> new Command.Move(waiting, someQueue());
            case 1 -> new Command.Assign(waiting, freeAgent(view));
            case 2 -> new Command.Pull(waiting, someAgent());
            case 3 ->
                new Command.TakeCallback(waiting, random.nextInt(10) == 0 ? waiting : new ContactId(nextContact++));
            case 4 -> new Command.EstimateWait(waiting);
            default -> leave(waiting.value());
        };
    }

    private Command callAgent(EngineView view) {
        ContactId precursor = random.nextInt(10) == 0
                ? someContact(view)
                : new ContactId(find(view, Stage.TALKING).contact());
        return new Command.CallAgent(
                switch (random.nextInt(16)) {
                    case 0 -> someContact(view);
                    case 1 -> new ContactId(find(view, Stage.TALKING).contact());
                    default -> new ContactId(nextContact++);
                },
                random.nextInt(100) == 0 ? new ClientId(2) : Configurations.CLIENT,
                someQueue(),
                random.nextBoolean() ? freeAgent(view) : someAgent(),
                random.nextBoolean() ? precursor.value() : 0);
    }

    /// One who talks with another agent, if there is one.
    private AgentId calledAgent(EngineView view) {
        return view.contacts().stream()
                .filter(contact -> contact.kind() == ContactKind.INTERNAL && contact.stage() == Stage.TALKING)
                .findFirst()
                .map(contact -> new AgentId(contact.agent()))
                .orElseGet(this::someAgent);
    }

    private Command leave(long contact) {
        LeaveCause cause = switch (random.nextInt(12)) {
            case 0, 2 -> LeaveCause.PBX_LOST;
            case 3 -> LeaveCause.REFUSED;
            case 4 -> LeaveCause.HANDED_OVER;
            case 1 -> LeaveCause.TOOK_VOICEMAIL;
            default -> LeaveCause.CALLER_HUNG_UP;
        };
        return new Command.Leave(new ContactId(contact), cause);
    }

    private Command ofAgent(EngineView view) {
        AgentId agent = someAgent();
        int dice = random.nextInt(24);
        if (dice < 9) {
            return ofWrapUp(view, agent);
        }
        return switch (dice) {
            case 9, 10 -> signOut(agent);
            case 11, 12 -> new Command.MakeNotReady(agent, random.nextBoolean() ? Configurations.REST : TRAINING);
            case 13, 14, 15, 16 -> new Command.SignIn(agent);
            default -> new Command.MakeReady(agent);
        };
    }

    private Command signOut(AgentId agent) {
        faults.count(Fault.AGENTS_LOST);
        return new Command.SignOut(agent);
    }

    private Command ofWrapUp(EngineView view, AgentId agent) {
        AgentId who = agent;
        long contact = Math.max(1, nextContact - 1 - random.nextInt(5));
        for (EngineView.Agent seen : view.agents()) {
            if (!seen.wrapUps().isEmpty() && random.nextInt(3) != 0) {
                who = new AgentId(seen.agent());
                contact = seen.wrapUps().getFirst().contact();
                break;
            }
        }
        return random.nextInt(3) == 0
                ? new Command.ExtendWrapUp(who, new ContactId(contact))
                : new Command.CompleteWrapUp(who, new ContactId(contact), RESOLVED);
    }

    private Command jump() {
        long from = now;
        if (random.nextBoolean()) {
            now += random.nextLong(7_200 * SECOND);
            return new Command.ClockJumped(from, now);
        }
        return new Command.ClockJumped(from, from - random.nextLong(7_200 * SECOND));
    }

    private AgentId someAgent() {
        return new AgentId(1 + random.nextInt(size.agents() + (random.nextInt(40) == 0 ? 1 : 0)));
    }

    private AgentId freeAgent(EngineView view) {
        int start = view.agents().isEmpty() ? 0 : random.nextInt(view.agents().size());
        for (int i = 0; i < view.agents().size(); i++) {
            EngineView.Agent agent =
                    view.agents().get((start + i) % view.agents().size());
            if (agent.state() == AgentState.READY) {
                return new AgentId(agent.agent());
            }
        }
        return someAgent();
    }

    private QueueId someQueue() {
        return new QueueId(1 + random.nextInt(size.queues() + (random.nextInt(40) == 0 ? 1 : 0)));
    }

    private ContactId someContact(EngineView view) {
        faults.count(Fault.WORDS_ABOUT_NOTHING);
        return random.nextBoolean()
                ? new ContactId(Math.max(1, nextContact + 2 - random.nextLong(20)))
                : new ContactId(some(view).contact());
    }

    private EngineView.Contact some(EngineView view) {
        return find(view, Stage.values()[random.nextInt(Stage.values().length)]);
    }

    /// One in this stage if there is one, else any, else one that is not there.
    private EngineView.Contact find(EngineView view, Stage stage) {
        List<EngineView.Contact> contacts = view.contacts();
        if (contacts.isEmpty()) {
            return new EngineView.Contact(
                    Math.max(1, nextContact - 1),
                    1,
                    stage,
                    ContactKind.CALL,
                    1,
                    0,
                    0,
                    0,
                    0,
                    0,
                    false,
                    false,
                    0,
                    List.of());
        }
        int start = random.nextInt(contacts.size());
        for (int i = 0; i < contacts.size(); i++) {
            EngineView.Contact contact = contacts.get((start + i) % contacts.size());
            if (contact.stage() == stage) {
                return contact;
            }
        }
        return contacts.get(start);
    }
}
