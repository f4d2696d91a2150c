package org.kezheng.acd.journal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What became durable and is to be told.
///
/// @param record a new record; null: a repeated command, whose record was told before
/// @param waiting who submitted the command; null: the host itself, or one who was already told of a failing disk
/// @param receipt what the submitter gets
record Publication(@Nullable JournalRecord record, @Nullable CompletableFuture<Receipt> waiting, Receipt receipt) {}
