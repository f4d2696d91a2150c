package org.kezheng.platform.appointments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An appointment as its owner sees it.
///
/// @param owner null: it is nobody's own, and goes to its queue
/// @param customer null: the number belongs to no customer that is known
/// @param queue the code of the queue that it goes to when the owner is not there
/// @param outcome what came of it, in a code; empty while that is not known
/// @param contact the call, from the moment at which it was offered
record Appointment(
        long id,
        @Nullable Integer owner,
        String maskedNumber,
        @Nullable Long customer,
        Instant dueAt,
        String note,
        String queue,
        State state,
        String outcome,
        @Nullable Long contact) {

    /// How far it has come.
    enum State {
        SCHEDULED("scheduled"),
        /// It is time, and the call was offered.
        DUE("due"),
        DONE("done"),
        /// The rules refused the call, or nobody was reached.
        FAILED("failed"),
        CANCELLED("cancelled");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static State of(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("No state of an appointment");
        }
    }

    @Override
    public String toString() {
        return "Appointment[" + id + ", " + state + "]";
    }
}
