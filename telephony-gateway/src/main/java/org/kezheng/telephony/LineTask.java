package org.kezheng.telephony;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a caller's line does in one step of a flow.
public sealed interface LineTask {

    /// Says something, one file after the other, and takes keys; a key breaks it off. Ends with
    /// [PbxEvent.StepDone].
    ///
    /// @param sounds     files by their absolute path, without the ending that tells the format; may be none
    /// @param most       so many keys at most, from 1 to 32
    /// @param waitMillis how long it waits for each key once all is said
    /// @param terminator the key that ends the input before there are `most`; `null`: none
    record Ask(
            List<String> sounds,
            int most,
            int waitMillis,
            @Nullable Character terminator) implements LineTask {
        private static final Pattern SOUND = Pattern.compile("/[^\\p{Cntrl},&|;$\"'`\\\\(){}\\[\\]]{1,254}");
        /// The PBX's dialplan takes no longer line.
        private static final int MOST_CHARACTERS = 3_000;

        private static final int MOST_KEYS = 32;

        /// Refuses what could not be written into an order.
        public Ask {
            sounds = List.copyOf(sounds);
            sounds.forEach(Ask::requireSound);
            if (sounds.stream().mapToInt(sound -> sound.length() + 1).sum() > MOST_CHARACTERS) {
                throw new IllegalArgumentException("too much is said at once");
            }
            if (most < 1 || most > MOST_KEYS || waitMillis < 1) {
                throw new IllegalArgumentException("not a valid number of keys, or time for them");
            }
            if (terminator != null && terminator != '#' && terminator != '*') {
                throw new IllegalArgumentException("not a valid key to end an input");
            }
        }

        /// Says something; a single key breaks it off, and nothing is waited for behind it.
        public static Ask saying(List<String> sounds) {
            return new Ask(sounds, 1, 1, null);
        }

        static void requireSound(String sound) {
            if (!SOUND.matcher(sound).matches()) {
                throw new IllegalArgumentException("not a valid name of a sound");
            }
        }
    }

    /// Says something, which a key breaks off, sounds a tone, and records what the caller says, into memory. It
    /// ends with [PbxEvent.StepDone] when the caller is silent, has pressed `#`, or time is up.
    ///
    /// @param sounds         as of [Ask]
    /// @param maxSeconds     of what is recorded, from 5 to 600
    /// @param silenceSeconds so long a silence ends it, from 1 to 60
    /// @param recording      the name under which it is recorded
    record Message(List<String> sounds, int maxSeconds, int silenceSeconds, String recording) implements LineTask {
        private static final int SHORTEST = 5;
        private static final int LONGEST = 600;
        private static final int LONGEST_SILENCE = 60;

        /// Refuses what could not be written into an order.
        public Message {
            sounds = Ask.saying(sounds).sounds();
            Tokens.recording(recording);
            boolean isInBounds = maxSeconds >= SHORTEST
                    && maxSeconds <= LONGEST
                    && silenceSeconds >= 1
                    && silenceSeconds <= LONGEST_SILENCE;
            if (!isInBounds) {
                throw new IllegalArgumentException("not a valid length of a message, or of its silence");
            }
        }
    }

    /// The caller waits for a person; there is no end but by an order, or by the end of a talk.
    record Wait(Sound sound) implements LineTask {}

    /// What is heard while waiting.
    enum Sound {
        MUSIC,
        SILENCE,
        /// Nothing is sent at all: for whoever is joined within milliseconds, when a sound that has just begun may go
        /// on in the talk.
        NOTHING
    }
}
