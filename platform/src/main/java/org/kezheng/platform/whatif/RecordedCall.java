package org.kezheng.platform.whatif;

import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;

/// A call of a recorded day: what the caller did and how long things took, whatever the rules.
///
/// @param atMicros when it came
/// @param patienceMicros how long the caller waited before hanging up; null: was answered, or did not hang up
/// @param ringMicros from the offer that was answered to its answer; null: never answered
/// @param talkMicros from the answer to the end; null: never answered, or the end is not on record
/// @param wrapUpMicros null: none on record
record RecordedCall(
        Command.Arrive arrival,
        long atMicros,
        @Nullable Long patienceMicros,
        @Nullable Long ringMicros,
        @Nullable Long talkMicros,
        @Nullable Long wrapUpMicros) {}
