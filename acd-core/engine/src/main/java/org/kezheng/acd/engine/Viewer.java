package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.List;

/// Copies a state out.
final class Viewer {
    private static final long NEVER = -1;

    private final EngineState state;

    Viewer(EngineState state) {
        this.state = state;
    }

    EngineView view() {
        List<EngineView.Contact> contacts = new ArrayList<>();
        for (int row = 0; row < state.contacts.rows(); row++) {
            if (state.contacts.stage(row) != Contacts.Stage.ABSENT) {
                contacts.add(contact(row));
            }
        }
        List<EngineView.Agent> agents = new ArrayList<>();
        for (int row = 0; row < state.agents.rows(); row++) {
            if (state.agents.id(row) != 0) {
                agents.add(agent(row));
            }
        }
        return new EngineView(state.now, contacts, agents, state.hasRoomForEffect(), !state.unlooked.isEmpty(0));
    }

    private EngineView.Contact contact(int row) {
        Contacts contacts = state.contacts;
        boolean isWaiting = contacts.isWaiting(row);
        Deadlines.Kind kind = isWaiting ? Deadlines.Kind.WAITING : Deadlines.Kind.LEG;
        int agent = contacts.agent(row);
        boolean hasWish = contacts.wish(row) != Contacts.Wish.NONE;
        return new EngineView.Contact(
                contacts.id(row),
                state.plan.queues().id(contacts.queue(row)),
                stage(row),
                contacts.kind(row),
                contacts.ring(row),
                state.keyOf(row),
                contacts.place(row),
                hasWish ? state.agents.id(contacts.wishAgent(row)) : 0,
                agent == Contacts.NONE ? 0 : state.agents.id(agent),
                contacts.offer(row),
                contacts.isHeld(row),
                contacts.wasAnswered(row),
                at(kind, row),
                passedOver(row));
    }

    private EngineView.Stage stage(int row) {
        return switch (state.contacts.stage(row)) {
            case ABSENT, WAITING -> EngineView.Stage.WAITING;
            case RINGING -> EngineView.Stage.RINGING;
            case TALKING -> EngineView.Stage.TALKING;
        };
    }

    private List<EngineView.PassedOver> passedOver(int contact) {
        List<EngineView.PassedOver> all = new ArrayList<>();
        int pass = state.contacts.passOver(contact);
        for (; pass != PassOvers.NONE; pass = state.passOvers.nextOfContact(pass)) {
            int agent = state.agents.id(state.passOvers.agent[pass]);
            all.add(new EngineView.PassedOver(agent, at(Deadlines.Kind.PASS_OVER, pass)));
        }
        return all;
    }

    private EngineView.Agent agent(int row) {
        Agents agents = state.agents;
        List<Integer> loads = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            loads.add((agents.loads(row) >>> (8 * channel.ordinal())) & 0xFF);
        }
        List<EngineView.WrapUp> wrapUps = new ArrayList<>();
        for (int wrapUp = agents.firstWrapUp(row); wrapUp != WrapUps.NONE; wrapUp = state.wrapUps.after(wrapUp)) {
            wrapUps.add(new EngineView.WrapUp(
                    state.wrapUps.contact[wrapUp], state.wrapUps.channel[wrapUp], at(Deadlines.Kind.WRAP_UP, wrapUp)));
        }
        return new EngineView.Agent(
                agents.id(row),
                agents.state(row),
                agents.reason(row),
                agents.next(row),
                agents.nextReason(row),
                loads,
                wrapUps,
                agents.idleNumber(row),
                state.unlooked.contains(row),
                agents.rests(row));
    }

    private long at(Deadlines.Kind kind, int row) {
        return state.deadlines.isSet(kind, row) ? state.deadlines.at(kind, row) : NEVER;
    }
}
