package org.kezheng.platform.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.HostUnavailable;
import org.kezheng.acd.journal.Receipt;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.http.Problem;

/// Commands of people: each waits until what became of it is durable.
public final class Acd {
    private static final long PATIENCE_SECONDS = 10;

    private final SoloHost host;

    public Acd(SoloHost host) {
        this.host = host;
    }

    /// Carries the command out, or throws the problem `acd.<refusal>`.
    public void require(Command command) {
        refusalOf(command).ifPresent(refusal -> {
            throw problem(refusal);
        });
    }

    /// Carries the command out and says what the engine refused, if it did.
    public Optional<Refusal> refusalOf(Command command) {
        Receipt receipt = submit(command);
        for (Event event : receipt.events()) {
            if (event instanceof Event.CommandRefused(Refusal refusal)) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    static Problem problem(Refusal refusal) {
        String rule = "acd." + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.conflict(rule, "The call centre's rules do not allow this now");
    }

    private Receipt submit(Command command) {
        CompletableFuture<Receipt> done = host.submit(CommandId.random(), command);
        try {
            return done.copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof HostUnavailable) {
                throw Problem.unavailable("acd.unavailable", "The call centre takes no command now; try again");
            }
            throw Problem.unavailable("acd.late", "The call centre did not answer in time; look before trying again");
        }
    }
}
