package org.kezheng.acd.journal;

import java.util.UUID;

/// Names one wish of a submitter, so that a wish that is sent twice is done once.
public record CommandId(long high, long low) {
    /// Of the ticks and clock jumps that a host makes itself; never taken from a submitter.
    public static final CommandId OF_HOST = new CommandId(0, 0);

    public static CommandId random() {
        UUID id = UUID.randomUUID();
        return new CommandId(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }
}
