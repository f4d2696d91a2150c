package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Decision.LostBecause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillRequirement;
import org.kezheng.acd.engine.WaitingGrounds;

class ExplanationsTest {
    @TempDir
    Path directory;

    @Test
    void theGroundsOfEachOfferComeFromReplay() throws IOException {
        Journals.write(
                directory,
                List.of(
                        new Command.Configure(Worlds.configuration(1)),
                        new Command.SignIn(Worlds.SECOND),
                        new Command.MakeReady(Worlds.SECOND),
                        new Command.SignIn(Worlds.FIRST),
                        new Command.MakeReady(Worlds.FIRST),
                        Worlds.arrive(7),
                        new Command.OfferDeclined(new OfferId(1)),
                        Worlds.arrive(8)),
                3);
        List<Explanation> explanations =
                Explanations.ofContact(directory, new ContactId(7)).offers();
        Explanation first = explanations.get(0);
        assertThat(first.position()).isEqualTo(6);
        assertThat(first.rule()).isEqualTo(RuleId.LONGEST_IDLE);
        assertThat(first.queue()).isEqualTo(Worlds.SUPPORT);
        assertThat(first.ring()).isEqualTo(1);
        assertThat(first.requirement()).containsExactly(new SkillRequirement(new SkillId(1), 1));
        assertThat(first.candidates()).isEqualTo(2);
        assertThat(first.winner()).isEqualTo(Worlds.SECOND);
        assertThat(first.winnerIdleMicros()).isEqualTo(3_000_000);
        assertThat(first.runnerUp()).hasValue(Worlds.FIRST.value());
        assertThat(first.runnerUpIdleMicros()).isEqualTo(1_000_000);
        assertThat(first.lostBecause()).isEqualTo(LostBecause.SHORTER_IDLE);
        Explanation second = explanations.get(1);
        assertThat(second.position()).isEqualTo(7);
        assertThat(second.offer()).isEqualTo(new OfferId(2));
        assertThat(second.candidates()).isEqualTo(1);
        assertThat(second.lostBecause()).isEqualTo(LostBecause.NONE);
        assertThat(explanations).hasSize(2);
        assertThat(Explanations.ofContact(directory, new ContactId(9)).offers()).isEmpty();
    }

    @Test
    void anAgentWhoBecameFreeIsTheOnlyCandidate() throws IOException {
        Journals.write(
                directory,
                List.of(
                        new Command.Configure(Worlds.configuration(1)),
                        Worlds.arrive(7),
                        new Command.SignIn(Worlds.FIRST),
                        new Command.MakeReady(Worlds.FIRST)),
                3);
        Explanation explanation =
                Explanations.ofContact(directory, new ContactId(7)).offers().getFirst();
        assertThat(explanation.rule()).isEqualTo(RuleId.FIRST_WAITING);
        assertThat(explanation.candidates()).isEqualTo(1);
        assertThat(explanation.runnerUp()).isEmpty();
    }

    @Test
    void whoWaitsIsToldWhy() throws IOException {
        Journals.write(
                directory,
                List.of(
                        new Command.Configure(Worlds.configuration(1)),
                        new Command.SignIn(Worlds.FIRST),
                        Worlds.arrive(7),
                        Worlds.arrive(8)),
                3);
        WaitingGrounds grounds =
                Explanations.ofContact(directory, new ContactId(8)).waiting().orElseThrow();
        assertThat(grounds.ahead()).isEqualTo(1);
        assertThat(grounds.ring()).isEqualTo(1);
        assertThat(grounds.agents()).isEqualTo(2);
        assertThat(grounds.signedOut()).isEqualTo(1);
        assertThat(grounds.notReady()).isEqualTo(1);
        assertThat(Explanations.ofContact(directory, new ContactId(9)).waiting())
                .isEmpty();
    }

    @Test
    void snapshotsChangeNothingButTheRecordsReplayed() throws IOException {
        Path whole = directory.resolve("whole");
        Path some = directory.resolve("some");
        List<Command> commands = List.of(
                new Command.Configure(Worlds.configuration(1)),
                new Command.SignIn(Worlds.FIRST),
                new Command.MakeReady(Worlds.FIRST),
                Worlds.arrive(7),
                new Command.OfferDeclined(new OfferId(1)),
                Worlds.arrive(8),
                Worlds.arrive(9),
                new Command.MakeReady(Worlds.FIRST),
                new Command.Tick());
        for (Path each : List.of(whole, some)) {
            try (Steps steps = Steps.open(Snapshots.settings(each))) {
                Snapshots.apply(steps, commands, 0);
            }
        }
        for (Path file : new SnapshotFiles(whole).newestFirst()) {
            Files.delete(file);
        }
        assertThat(Snapshots.positions(some)).containsExactly(9L, 6L);
        for (long contact : new long[] {7, 8, 9, 10}) {
            assertThat(Explanations.ofContact(some, new ContactId(contact)))
                    .isEqualTo(Explanations.ofContact(whole, new ContactId(contact)));
        }
        assertThat(Explanations.ofContact(some, new ContactId(9)).waiting()).isPresent();
    }
}
