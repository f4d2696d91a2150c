package org.kezheng.platform.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.keys.PrivateFiles;
import tools.jackson.databind.json.JsonMapper;

/// When running recordings were paused: a file each, of instants alone, until the recording is stored. They outlive the
/// platform and need no database.
final class PauseMarks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".json";

    private final Path directory;

    PauseMarks(Path directory) {
        this.directory = directory;
    }

    /// A pause as it stands in its file.
    record Mark(String from, @Nullable String to, String endedBy) {
        static Mark of(Pause pause) {
            Instant to = pause.to();
            return new Mark(pause.from().toString(), to == null ? null : to.toString(), pause.endedBy());
        }

        Pause pause() {
            return new Pause(Instant.parse(from), to == null ? null : Instant.parse(to), endedBy);
        }
    }

    record Marks(List<Mark> pauses) {
        Marks {
            pauses = List.copyOf(pauses);
        }
    }

    /// The pauses of a talk, in their order; the last one may last.
    List<Pause> of(long offer) throws IOException {
        Path file = file(offer);
        if (!Files.exists(file)) {
            return List.of();
        }
        return JSON.readValue(Files.readAllBytes(file), Marks.class).pauses().stream()
                .map(Mark::pause)
                .toList();
    }

    /// The pause of the talk that lasts.
    Optional<Pause> open(long offer) {
        try {
            List<Pause> all = of(offer);
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()).filter(Pause::isOpen);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Adds a pause, durably.
    void begin(long offer, Pause pause) throws IOException {
        List<Pause> all = new ArrayList<>(of(offer));
        all.add(pause);
        write(offer, all);
    }

    /// Puts another in the place of the last pause, or takes it out where none is given.
    void change(long offer, @Nullable Pause last) throws IOException {
        List<Pause> all = new ArrayList<>(of(offer));
        all.removeLast();
        if (last != null) {
            all.add(last);
        }
        write(offer, all);
    }

    void remove(long offer) throws IOException {
        Files.deleteIfExists(file(offer));
    }

    /// The talks that have marks.
    List<Long> offers() throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,17}\\" + SUFFIX))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - SUFFIX.length())))
                    .toList();
        }
    }

    private void write(long offer, List<Pause> all) throws IOException {
        PrivateFiles.createDirectory(directory);
        PrivateFiles.write(
                file(offer),
                JSON.writeValueAsBytes(new Marks(all.stream().map(Mark::of).toList())));
    }

    private Path file(long offer) {
        return directory.resolve(offer + SUFFIX);
    }
}
