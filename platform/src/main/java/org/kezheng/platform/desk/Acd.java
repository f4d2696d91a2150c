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
        receiptOf(command);
    }

    /// As [#require], and gives what became of the command.
    public Receipt receiptOf(Command command) {
        Receipt receipt = submit(command);
        refusalIn(receipt).ifPresent(refusal -> {
            throw problem(refusal);
        });
        return receipt;
    }

    /// Carries the command out and says what the engine refused, if it did.
    public Optional<Refusal> refusalOf(Command command) {
        return refusalIn(submit(command));
    }

    private static Optional<Refusal> refusalIn(Receipt receipt) {
        for (Event event : receipt.events()) {
            if (event instanceof Event.CommandRefused(Refusal refusal)) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    static Problem problem(Refusal refusal) {
        String rule = "acd." + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.conflict(rule, words(refusal));
    }

    private static String words(Refusal refusal) {
        return switch (refusal) {
            case NOT_SIGNED_IN -> "The agent is signed out";
            case SIGN_OUT_PENDING -> "The agent signs out when the present call ends; sign in again first";
            case NOT_TALKING -> "The call is in nobody's talk now";
            case NOT_IN_WRAP_UP -> "The agent is not in wrap-up of this call";
            case NOT_WAITING -> "The call does not wait any more";
            case CONTACT_ENDED -> "The call is over";
            case OFFER_ENDED -> "The call rings there no more";
            case AGENT_NOT_FREE -> "The agent has a call, rings, or is not free for one now";
            case SAME_AGENT -> "The agent talks in this call already";
            case INTERNAL_CONTACT -> "A call between agents is for the called one alone, and is not handed on";
            case OTHER_CLIENT -> "The queue is another client's";
            case OTHER_CHANNEL -> "The queue takes contacts of another channel";
            case REST_FULL -> "As many agents rest as the queue allows; try again when somebody is back";
            case NO_MORE_EXTENSIONS -> "The wrap-up was extended as often as the queue allows";
            case QUEUE_FULL -> "As many calls wait as the queue allows";
            case CONTACTS_FULL, EFFECTS_FULL -> "The call centre is full; try again in a moment";
            case UNKNOWN_AGENT, UNKNOWN_QUEUE, UNKNOWN_CONTACT, UNKNOWN_OFFER, UNKNOWN_EFFECT ->
                "What the request names is not there any more; look before trying again";
            case DUPLICATE_CONTACT,
                    CONFIGURATION_NOT_NEWER,
                    CONFIGURATION_INCONSISTENT,
                    CONFIGURATION_TOO_LARGE,
                    QUEUE_IN_USE,
                    AGENT_IN_USE -> "The call centre's rules do not allow this now";
        };
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
