package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Decision;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.SkillRequirement;

/// Explains decisions by replaying the journal to the point where they were made.
public final class Explanations {
    private Explanations() {}

    /// Explains a contact as far as the journal goes; nothing is said of one that the journal does not know. Can be
    /// asked for while a host runs. It replays from the newest snapshot before the contact came, if there is one.
    ///
    /// @throws JournalException when the journal is damaged before the contact's end, or was decided by an
    ///     incompatible engine
    public static ContactExplanation ofContact(Path directory, ContactId contact) {
        for (Path file : snapshots(directory)) {
            Telling telling = new Telling(contact);
            SnapshotStart start = SnapshotStart.from(directory, file, telling.decisions::add, new ArrayList<>());
            ContactExplanation told = start == null ? null : fromSnapshot(start, telling);
            if (told != null) {
                return told;
            }
        }
        Telling telling = new Telling(contact);
        try (Replay replay = new Replay(directory, null, telling.decisions::add)) {
            return telling.follow(replay);
        }
    }

    private static List<Path> snapshots(Path directory) {
        try {
            return new SnapshotFiles(directory).newestFirst();
        } catch (IOException e) {
            throw new JournalException.Unreadable(directory, e);
        }
    }

    /// Null when the contact came before the snapshot, or the journal goes on otherwise than from it: the whole
    /// journal decides then.
    private static @Nullable ContactExplanation fromSnapshot(SnapshotStart start, Telling telling) {
        try (Replay replay = start.replay()) {
            ContactExplanation told = telling.follow(replay);
            return telling.hasSeenItCome ? told : null;
        } catch (JournalException.IncompatibleEngine e) {
            return null;
        }
    }

    /// Follows a replay with an eye on one contact.
    private static final class Telling {
        private final ContactId contact;
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Explanation> explanations = new ArrayList<>();
        private boolean hasSeenItCome;

        Telling(ContactId contact) {
            this.contact = contact;
        }

        ContactExplanation follow(Replay replay) {
            boolean hasEnded = false;
            JournalRecord made = replay.next();
            while (made != null && !hasEnded) {
                take(made, replay.engine());
                hasEnded = endsContact(made, contact);
                made = hasEnded ? made : replay.next();
            }
            boolean isKnown = hasSeenItCome && !hasEnded;
            return new ContactExplanation(
                    explanations, isKnown ? replay.engine().whyWaiting(contact) : Optional.empty());
        }

        private void take(JournalRecord made, Engine engine) {
            for (Event event : made.events()) {
                hasSeenItCome |= event instanceof Event.ContactQueued queued
                        && queued.contact().equals(contact);
            }
            for (Decision decision : decisions) {
                if (decision.contact().equals(contact)) {
                    explanations.add(
                            explain(made, decision, engine.configuration().orElseThrow()));
                }
            }
            decisions.clear();
        }
    }

    /// The queue is in force: a decision is explained before anything else is applied.
    private static List<SkillRequirement> requirement(Decision decision, Configuration configuration) {
        return configuration.queues().stream()
                .filter(queue -> queue.queue().equals(decision.queue()) && decision.ring() > 0)
                .flatMap(queue -> queue.rings().get(decision.ring() - 1).requirements().stream())
                .toList();
    }

    private static boolean endsContact(JournalRecord made, ContactId contact) {
        return made.events().stream()
                .anyMatch(
                        event -> event instanceof Event.ContactEnded(var ended, var outcome) && ended.equals(contact));
    }

    private static Explanation explain(JournalRecord made, Decision decision, Configuration configuration) {
        return new Explanation(
                made.position(),
                made.nowMicros(),
                decision.offer(),
                decision.queue(),
                decision.ring(),
                requirement(decision, configuration),
                decision.candidates(),
                decision.rule(),
                decision.winner(),
                decision.runnerUp(),
                decision.lostBecause(),
                decision.winnerIdleMicros(),
                decision.runnerUpIdleMicros(),
                decision.winnerRank(),
                decision.runnerUpRank(),
                decision.contactsWaiting(),
                decision.runnerUpContact());
    }
}
