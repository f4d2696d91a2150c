package org.kezheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// What the event thread works on, in order.
sealed interface Input {

    record Signalled(Signal signal) implements Input {}

    /// The whole truth, read while later signals were kept back.
    record Replaced(Picture picture) implements Input {}

    /// A listing to compare with, read while signals went on.
    record Compared(Picture picture) implements Input {}

    record Lost(Instant at) implements Input {}

    record Late(Duration delay, Instant at) implements Input {}

    record Answered(PbxAnswer answer, CompletableFuture<PbxAnswer> future) implements Input {}
}
