package org.kezheng.platform.appointments;

import java.time.Duration;

/// To whom an appointment is offered whose time has come.
enum Offering {
    /// To its owner, who is free.
    OWNER,
    /// Its owner is there, and will be free.
    LATER,
    /// To whoever serves the queue: its owner is not there, or was not free for long.
    QUEUE;

    /// How long an appointment waits for an owner who is there and not free.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /// @param ownersState the state of the owner, as the desks write it
    /// @param late how long ago its time was
    static Offering of(String ownersState, Duration late) {
        return switch (ownersState) {
            case "ready" -> OWNER;
            case "signed-out" -> QUEUE;
            default -> late.compareTo(PATIENCE) < 0 ? LATER : QUEUE;
        };
    }
}
