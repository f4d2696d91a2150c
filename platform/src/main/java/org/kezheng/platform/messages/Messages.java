package org.kezheng.platform.messages;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTopic;
import org.kezheng.security.access.Role;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.springframework.transaction.support.TransactionTemplate;

/// The messages of the client in scope. An agent has those of the queues that the agent serves, whoever else
/// may handle messages has all.
final class Messages {
    private static final int MOST = 200;

    private final MessageRows rows;
    private final Directory directory;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LiveDesks desks;

    Messages(
            MessageRows rows,
            Directory directory,
            AuditLedger ledger,
            TransactionTemplate transaction,
            Clock clock,
            LiveDesks desks) {
        this.rows = rows;
        this.directory = directory;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
        this.desks = desks;
    }

    /// Those that are to be done, the oldest first.
    List<Message> openFor(SignedIn who) {
        return within(() -> rows.open(queuesOf(who), MOST));
    }

    /// Those that are done, the last one first.
    List<Message> doneFor(SignedIn who) {
        return within(() -> rows.done(queuesOf(who), MOST));
    }

    /// The message left in that contact, if this person has it.
    Optional<Message> find(long contact, SignedIn who) {
        List<Integer> queues = queuesOf(who);
        return within(() -> rows.find(contact)).filter(message -> queues.contains(message.queue()));
    }

    /// Says that a message is done; who says it first has done it.
    void markDone(Message message, SignedIn who) {
        transaction.executeWithoutResult(status -> {
            if (rows.markDone(message.contact(), who.user(), clock.instant())) {
                enter("message.done", message, who);
            }
        });
        desks.changedForAll(who.client(), LiveTopic.MESSAGES);
    }

    /// Says that a message is to be done again.
    void reopen(Message message, SignedIn who) {
        transaction.executeWithoutResult(status -> {
            if (rows.reopen(message.contact())) {
                enter("message.reopened", message, who);
            }
        });
        desks.changedForAll(who.client(), LiveTopic.MESSAGES);
    }

    private void enter(String action, Message message, SignedIn who) {
        Map<String, String> facts = Map.of("queue", directory.queueCode(message.queue()));
        ledger.append(
                LedgerEntry.of(action, Actor.of(who), Subject.of("call", message.contact(), who.client()), facts));
    }

    private List<Integer> queuesOf(SignedIn who) {
        return directory.queuesOf(who.client()).stream()
                .filter(queue -> who.role() != Role.AGENT
                        || directory.agentsServing(queue).contains(who.account().value()))
                .map(Definition.QueueEntry::id)
                .toList();
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
