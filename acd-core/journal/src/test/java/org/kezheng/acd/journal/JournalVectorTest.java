package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;

/// The bytes that `docs/formats/journal.md` quotes are those that are written.
class JournalVectorTest {
    private static final Path SPECIFICATION = Path.of("..", "..", "docs", "formats", "journal.md");

    private static final String NAME = "journal-vector.txt";

    @TempDir
    Path directory;

    @Test
    void aSmallJournalHasTheBytesOfTheVector() throws IOException {
        Journals.write(directory, commands(), 10);
        String written = HexFormat.of().formatHex(Files.readAllBytes(Journals.last(directory)));
        assertThat(written).isEqualTo(Vector.read(NAME).hex());
    }

    @Test
    void theSpecificationQuotesTheVector() throws IOException {
        assertThat(Files.readString(SPECIFICATION)).contains(Vector.read(NAME).text());
    }

    static List<Command> commands() {
        SkillId skill = new SkillId(1);
        QueueTimes times = new QueueTimes(15_000_000, 60_000_000, 1_800_000_000, 30_000_000);
        Configuration configuration = new Configuration(
                1,
                List.of(new SkillDefinition(skill, "support")),
                List.of(new QueueDefinition(
                        Worlds.SUPPORT, "support", Worlds.DEMO, List.of(new SkillRequirement(skill, 1)), times)),
                List.of(new AgentDefinition(Worlds.FIRST, List.of(new SkillLevel(skill, 8)))));
        return List.of(
                new Command.Configure(configuration),
                new Command.SignIn(Worlds.FIRST),
                new Command.MakeReady(Worlds.FIRST),
                Worlds.arrive(7));
    }
}
