package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;

/// Journals written without a host, so that each byte of them is known.
final class Journals {
    static final long START = 1_800_000_000_000_000L;
    static final String BUILD = "vector";

    private Journals() {}

    /// A small life: an agent is ready, a contact comes, is offered and answered.
    static List<Command> commands() {
        return List.of(
                new Command.Configure(Worlds.configuration(1)),
                new Command.SignIn(Worlds.FIRST),
                new Command.MakeReady(Worlds.FIRST),
                Worlds.arrive(7),
                new Command.OfferRinging(new OfferId(1)),
                new Command.OfferAnswered(new OfferId(1)),
                new Command.EndTalk(new ContactId(7)));
    }

    /// Writes the commands a second apart, with the ids 1, 2, 3 ...
    static void write(Path directory, List<Command> commands, int recordsPerSegment) throws IOException {
        HostSettings settings = Worlds.settings(directory, TimeSource.system(), recordsPerSegment);
        JournalEnd nothing = new JournalEnd(0, ChainHash.NOTHING, null, 0, false);
        Engine engine = new Engine(Worlds.LIMITS);
        Files.createDirectories(directory);
        try (JournalWriter writer = new JournalWriter(settings, new DiskStore(Durability.WRITTEN), nothing, BUILD)) {
            long now = START;
            for (int i = 0; i < commands.size(); i++) {
                long version = engine.configurationVersion();
                List<Event> events = new ArrayList<>();
                engine.apply(commands.get(i), now, events::add);
                writer.put(RecordCodec.write(now, new CommandId(0, i + 1), commands.get(i), events), now, version);
                now += 1_000_000;
            }
            writer.commit();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path segment : new SegmentFiles(from).list()) {
            Files.write(to.resolve(SegmentFiles.name(segment)), Files.readAllBytes(segment));
        }
    }

    static Path last(Path directory) {
        return new SegmentFiles(directory).list().getLast();
    }
}
