package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.Limits;

/// A process of its own that journals as fast as it can, says what was acknowledged, and waits to be killed.
final class JournalingChild {
    private static final int IN_FLIGHT = 32;

    private JournalingChild() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        Limits limits = Worlds.LIMITS;
        HostSettings settings = new HostSettings(
                        directory, limits, TimeSource.system(), Durability.FORCED, 1_000, 500, 50)
                .withRecordsPerSnapshot(10);
        SoloHost host = Worlds.started(settings);
        Worlds.staff(host);
        Deque<CompletableFuture<Void>> inFlight = new ArrayDeque<>();
        for (long contact = 1; ; contact++) {
            ContactId id = new ContactId(contact);
            CompletableFuture<Receipt> arrived = host.submit(CommandId.random(), Worlds.arrive(contact));
            inFlight.add(host.submit(CommandId.random(), new Command.Leave(id, LeaveCause.CALLER_HUNG_UP))
                    .thenAcceptBoth(arrived, (left, before) -> say(left.position(), id)));
            if (inFlight.size() > IN_FLIGHT) {
                inFlight.remove().join();
            }
        }
    }

    private static synchronized void say(long position, ContactId contact) {
        System.out.println(position + " " + contact.value());
        System.out.flush();
    }
}
