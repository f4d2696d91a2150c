package org.kezheng.acd.journal;

/// A command that is not applied again, and what its repetition gives.
record RememberedReceipt(CommandId id, Receipt receipt) {}
