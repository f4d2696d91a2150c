package org.kezheng.telephony;

/// Where the channels of a talk can be sent; each is an entry of the PBX's dialplan.
public sealed interface Place {

    /// The caller waits, with music.
    record Waiting() implements Place {}

    /// The caller does a step of a flow, and waits behind it.
    record Led(LineStep step, LineTask task) implements Place {}

    /// An agent's leg waits, with music, apart from the callers.
    record Aside() implements Place {}

    /// A room, in which all who are there hear each other; who is there alone hears nothing.
    ///
    /// A room ends when its last party leaves it. Whoever enters it in that moment is left alone in it, so nobody
    /// is sent to a room that others, or they themselves, may be about to leave for good.
    ///
    /// @param name a contact's id in digits, and what tells its rooms apart: numbers with a dot between
    record Room(String name) implements Place {
        /// Refuses what is no such name.
        public Room {
            Tokens.room(name);
        }
    }

    /// An agent's leg is joined with a caller who waits, as after an answer.
    ///
    /// @param callerChannel the caller's channel, by its name or, for a leg to the outside, by its id
    record Joined(String callerChannel) implements Place {
        /// Refuses what is no channel's name.
        public Joined {
            Tokens.channel(callerChannel, "channel");
        }
    }

    /// A listener's leg hears a talk again, from out of a room.
    record Listening(ListeningMode mode) implements Place {}

    /// The leg of an agent who takes a talk over: what was recorded so far is closed, a recording of its own
    /// begins, if the talk is recorded at all, and the leg enters a room.
    ///
    /// @param tag of the talk; its recording's name is numbers with dots between
    /// @param room as that of [Room]; not one in which the leg is already
    record TakenOver(ContactTag tag, String room) implements Place {
        /// Refuses what is no name of a room, or of a recording.
        public TakenOver {
            Tokens.room(room);
            String recording = tag.recording();
            if (recording != null) {
                Tokens.recording(recording);
            }
        }
    }
}
