package org.kezheng.platform.recordings;

/// The PBX, as far as pausing a recording needs it.
public interface RecordingSwitch {

    /// Lets a running recording be silent in both directions, or sound again. The channels stay in step.
    Outcome silence(long offer, boolean isSilent);

    /// What became of it.
    enum Outcome {
        DONE,
        /// There is no such talk on the PBX.
        NO_TALK,
        /// The PBX did not do it, or nobody knows.
        NOT_DONE
    }
}
