package org.kezheng.platform.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.keys.PrivateFiles;
import org.kezheng.security.tenancy.ClientId;
import tools.jackson.databind.json.JsonMapper;

/// Recordings that are sealed and not yet listed in the database: a note each, of numbers alone.
final class PendingRecordings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".json";

    private final Path directory;

    PendingRecordings(Path directory) {
        this.directory = directory;
    }

    /// A note as it stands in its file. Those of earlier versions have no gaps and no queue.
    record Note(
            long offer,
            long contact,
            int client,
            int agent,
            String startedAt,
            long lengthNanos,
            long bytes,
            String sha256,
            String path,
            @Nullable List<Gap> gaps,
            @Nullable Integer queue) {
        static Note of(Recording recording) {
            Recording.Name name = recording.name();
            return new Note(
                    name.offer(),
                    name.contact(),
                    name.client().value(),
                    name.agent(),
                    recording.startedAt().toString(),
                    recording.length().toNanos(),
                    recording.bytes(),
                    recording.sha256(),
                    recording.path().toString(),
                    recording.gaps(),
                    name.queue());
        }

        Recording recording() {
            return new Recording(
                            new Recording.Name(offer, contact, new ClientId(client), agent, queue == null ? 0 : queue),
                            Instant.parse(startedAt),
                            Duration.ofNanos(lengthNanos),
                            bytes,
                            sha256,
                            Path.of(path))
                    .with(gaps == null ? List.of() : gaps);
        }
    }

    /// Notes durably.
    void add(Recording recording) throws IOException {
        PrivateFiles.createDirectory(directory);
        PrivateFiles.write(file(recording), JSON.writeValueAsBytes(Note.of(recording)));
    }

    void remove(Recording recording) throws IOException {
        Files.deleteIfExists(file(recording));
    }

    List<Recording> all() throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(directory)) {
            files = found.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        List<Recording> all = new ArrayList<>();
        for (Path file : files) {
            all.add(JSON.readValue(Files.readAllBytes(file), Note.class).recording());
        }
        return all;
    }

    private Path file(Recording recording) {
        return directory.resolve(recording.name().offer() + SUFFIX);
    }
}
