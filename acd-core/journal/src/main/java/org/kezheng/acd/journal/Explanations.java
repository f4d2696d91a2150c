package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Decision;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.WaitingGrounds;

/// Explains decisions by replaying the journal to the point where they were made.
public final class Explanations {
    private Explanations() {}

    /// One explanation for each offer of the contact, in order; none for a contact that the journal does not
    /// know. Can be asked for while a host runs.
    ///
    /// @throws JournalException when the journal is damaged before the contact's end, or was decided by an
    ///     incompatible engine
    public static List<Explanation> ofContact(Path directory, ContactId contact) {
        List<Decision> decisions = new ArrayList<>();
        List<Explanation> explanations = new ArrayList<>();
        try (Replay replay = new Replay(directory, null, decisions::add)) {
            boolean hasEnded = false;
            for (JournalRecord made = replay.next(); made != null && !hasEnded; made = replay.next()) {
                for (Decision decision : decisions) {
                    if (decision.contact().equals(contact)) {
                        explanations.add(explain(made, decision));
                    }
                }
                decisions.clear();
                hasEnded = endsContact(made, contact);
            }
        }
        return List.copyOf(explanations);
    }

    /// Why a contact still waits at the journal's end; empty when it does not wait there.
    ///
    /// @throws JournalException when the journal is damaged, or was decided by an incompatible engine
    public static Optional<WaitingGrounds> whyWaiting(Path directory, ContactId contact) {
        try (Replay replay = new Replay(directory, null, null)) {
            JournalRecord made = replay.next();
            while (made != null) {
                made = replay.next();
            }
            return replay.engine().whyWaiting(contact);
        }
    }

    private static boolean endsContact(JournalRecord made, ContactId contact) {
        return made.events().stream()
                .anyMatch(
                        event -> event instanceof Event.ContactEnded(var ended, var outcome) && ended.equals(contact));
    }

    private static Explanation explain(JournalRecord made, Decision decision) {
        return new Explanation(
                made.position(),
                made.nowMicros(),
                decision.offer(),
                decision.ring(),
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
