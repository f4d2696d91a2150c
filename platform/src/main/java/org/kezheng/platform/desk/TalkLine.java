package org.kezheng.platform.desk;

import java.util.Optional;
import org.kezheng.acd.engine.OfferId;

/// The PBX, as far as what an agent does within a talk needs it. The agent is known by the offer of the talk.
public interface TalkLine {

    /// Nobody hears the agent from now on, the recording included. Repeating it changes nothing.
    Outcome mute(OfferId talk);

    /// The agent is heard again. Repeating it changes nothing.
    Outcome unmute(OfferId talk);

    /// Whether the agent is muted; empty when the PBX does not tell.
    Optional<Boolean> isMuted(OfferId talk);

    /// The others of the talk hear this key, as if the agent's phone had pressed it.
    ///
    /// @param key a digit, `*` or `#`
    Outcome press(OfferId talk, char key);

    /// What became of it.
    enum Outcome {
        DONE,
        /// There is no such talk on the PBX.
        NO_TALK,
        /// The PBX did not do it, or nobody knows.
        NOT_DONE
    }
}
