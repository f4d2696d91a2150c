package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;

class JournalReaderTest {
    @TempDir
    Path directory;

    @Test
    void aJournalIsReadFromAnyPositionOverItsSegments() throws IOException {
        Journals.write(directory, Journals.commands(), 3);
        assertThat(new SegmentFiles(directory).list()).hasSize(3);
        for (int position = 1; position <= 7; position++) {
            List<JournalRecord> records = new ArrayList<>();
            JournalReader.open(directory).from(position).forEach(records::add);
            assertThat(records).hasSize(8 - position);
            assertThat(records.getFirst().position()).isEqualTo(position);
            assertThat(records.getFirst().command())
                    .isEqualTo(Journals.commands().get(position - 1));
        }
        assertThat(JournalReader.open(directory).from(8)).isEmpty();
        assertThat(JournalReader.open(directory).from(0)).hasSize(7);
    }

    @Test
    void theChainHashBehindEachRecordIsTold() throws IOException {
        Journals.write(directory, Journals.commands(), 3);
        JournalReader reader = JournalReader.open(directory);
        Set<String> hashes = new TreeSet<>();
        for (int position = 1; position <= 7; position++) {
            hashes.add(reader.chainAt(position));
        }
        assertThat(hashes).hasSize(7).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThatThrownBy(() -> reader.chainAt(8)).isInstanceOf(JournalException.Damaged.class);
        assertThatThrownBy(
                        () -> JournalReader.open(directory.resolve("nowhere")).chainAt(1))
                .isInstanceOf(JournalException.Damaged.class);
    }

    @Test
    void whereThereIsNoJournalThereAreNoRecords() {
        assertThat(JournalReader.open(directory.resolve("nowhere")).from(1)).isEmpty();
    }

    @Test
    void anotherProcessReadsBehindARunningHostInOrderAndWithoutGaps() {
        try (SoloHost host = Worlds.started(Worlds.settings(directory, TimeSource.system(), 20))) {
            Worlds.staff(host);
            List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
            for (int contact = 1; contact <= 400; contact++) {
                receipts.add(host.submit(CommandId.random(), Worlds.arrive(contact)));
                ContactId id = new ContactId(contact);
                receipts.add(host.submit(CommandId.random(), new Command.Leave(id, LeaveCause.CALLER_HUNG_UP)));
            }
            long next = 1;
            JournalReader other = JournalReader.open(directory);
            while (next <= 805) {
                for (JournalRecord made : other.from(next)) {
                    assertThat(made.position()).isEqualTo(next++);
                }
            }
            receipts.forEach(Worlds::await);
        }
    }

    @Test
    void theHostsOwnReaderEndsAtWhatIsDurable() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        try (SoloHost host = SoloHost.open(Worlds.settings(directory), new FakeDisk(gate))) {
            host.start();
            CompletableFuture<Receipt> held = host.submit(CommandId.random(), new Command.Tick());
            assertThat(host.reader().from(1)).isEmpty();
            gate.complete(null);
            Worlds.await(held);
            Iterator<JournalRecord> records = host.reader().from(1).iterator();
            assertThat(records.next().command()).isEqualTo(new Command.Tick());
            assertThat(records.hasNext()).isFalse();
        }
    }
}
