package org.kezheng.acd.engine;

import java.util.function.Consumer;
import org.kezheng.acd.engine.checks.Invariant;

/// Faults of an engine, one for each invariant: each does to a state what a mistake in the engine would do.
public enum PlantedFault implements Consumer<Engine> {
    /// A waiting contact is forgotten.
    CONTACT_FORGOTTEN(Invariant.ENDS_ONCE) {
        @Override
        void plant(EngineState state) {
            int row = firstWaiting(state);
            if (row != NONE) {
                state.contacts.remove(row);
            }
        }
    },
    /// A contact that an agent handles is not counted as load.
    LOAD_FORGOTTEN(Invariant.CAPACITY) {
        @Override
        void plant(EngineState state) {
            for (int row = 0; row < state.contacts.rows(); row++) {
                if (state.contacts.stage(row) == Contacts.Stage.TALKING) {
                    Channel channel = state.contacts.kind(row).channel();
                    state.agents.changeLoad(state.contacts.agent(row), channel, -1);
                    return;
                }
            }
        }
    },
    /// Free agents do not stand where contacts look for them.
    AGENTS_NOT_FOUND(Invariant.WORK_CONSERVING) {
        @Override
        void plant(EngineState state) {
            AgentStates states = new AgentStates(state);
            for (int row = 0; row < state.agents.rows(); row++) {
                states.leaveIdle(row, state.agents.idleChannels(row));
            }
        }
    },
    /// A contact's place changes, and the order does not.
    PLACE_NOT_KEPT(Invariant.FIRST_IN_FIRST_OUT) {
        @Override
        void plant(EngineState state) {
            Contacts contacts = state.contacts;
            for (int row = 0; row < contacts.rows(); row++) {
                boolean isFirst = contacts.arrived(row) < state.now - DAY_MICROS;
                if (contacts.stage(row) == Contacts.Stage.WAITING && contacts.place(row) % 2 == 0 && !isFirst) {
                    contacts.setPlace(row, contacts.arrived(row) - 2 * DAY_MICROS, contacts.place(row));
                }
            }
        }
    },
    /// An offer has no time-out.
    DEADLINE_FORGOTTEN(Invariant.NOTHING_STUCK) {
        @Override
        void plant(EngineState state) {
            for (int row = 0; row < state.contacts.rows(); row++) {
                if (state.contacts.stage(row) == Contacts.Stage.RINGING) {
                    state.deadlines.clear(Deadlines.Kind.LEG, row);
                }
            }
        }
    },
    /// A clock that goes another way; a mistake if only one of two engines has it.
    CLOCK_OF_ITS_OWN(Invariant.DETERMINISM) {
        @Override
        void plant(EngineState state) {
            state.skip(1);
        }
    },
    /// An agent is made not ready, and nobody is told.
    STATE_NOT_TOLD(Invariant.FIGURES_AGREE) {
        @Override
        void plant(EngineState state) {
            for (int row = 0; row < state.agents.rows(); row++) {
                if (state.agents.state(row) == AgentState.READY) {
                    state.agents.setState(row, AgentState.NOT_READY, ReasonCode.NONE, 0);
                }
            }
        }
    };

    private static final int NONE = -1;
    private static final long DAY_MICROS = 24 * 3_600_000_000L;

    private final Invariant broken;

    PlantedFault(Invariant broken) {
        this.broken = broken;
    }

    abstract void plant(EngineState state);

    /// What does not hold with the fault.
    public Invariant broken() {
        return broken;
    }

    @Override
    public void accept(Engine engine) {
        plant(engine.state());
    }

    private static int firstWaiting(EngineState state) {
        for (int row = 0; row < state.contacts.rows(); row++) {
            if (state.contacts.stage(row) == Contacts.Stage.WAITING) {
                return row;
            }
        }
        return NONE;
    }
}
