package org.kezheng.benchmarks;

import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;

/// Makes a few recorded commands anew, so that the engine reads them from the caches, as those that a host has just
/// taken in. Read where they were recorded, scattered over a large memory, they would cost more than the engine does.
final class FreshCommands {
    static final int CHUNK = 512;

    private final Command[] chunk = new Command[CHUNK];

    /// The next commands from an index on, at most [#CHUNK]; the array is used again.
    Command[] of(Command[] recorded, int from) {
        int count = Math.min(CHUNK, recorded.length - from);
        for (int i = 0; i < count; i++) {
            chunk[i] = fresh(recorded[from + i]);
        }
        return chunk;
    }

    private static Command fresh(Command command) {
        return switch (command) {
            case Command.Arrive c ->
                new Command.Arrive(
                        new ContactId(c.contact().value()),
                        c.client(),
                        new QueueId(c.queue().value()));
            case Command.Leave c -> new Command.Leave(new ContactId(c.contact().value()), c.cause());
            case Command.OfferAnswered c ->
                new Command.OfferAnswered(new OfferId(c.offer().value()));
            case Command.OfferDeclined c ->
                new Command.OfferDeclined(new OfferId(c.offer().value()));
            case Command.CompleteWrapUp c ->
                new Command.CompleteWrapUp(
                        new AgentId(c.agent().value()),
                        new ContactId(c.contact().value()),
                        c.disposition());
            case Command.Acknowledge c ->
                new Command.Acknowledge(new EffectId(c.effect().value()));
            case Command.Tick c -> new Command.Tick();
            default -> command;
        };
    }
}
