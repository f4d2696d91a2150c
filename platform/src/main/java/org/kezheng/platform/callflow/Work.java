package org.kezheng.platform.callflow;

import org.kezheng.acd.engine.Effect;

/// An effect that the engine waits for.
record Work(Effect effect, Progress progress) {
    Work at(Progress next) {
        return new Work(effect, next);
    }

    /// How far the effect is carried out.
    enum Progress {
        PENDING,
        /// The PBX was asked; its answer is to come.
        ASKED,
        /// The engine was told; its record is to come.
        ACKNOWLEDGED
    }
}
