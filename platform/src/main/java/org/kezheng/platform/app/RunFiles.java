package org.kezheng.platform.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Definition;
import org.kezheng.security.keys.PrivateFiles;
import tools.jackson.databind.json.JsonMapper;

/// The small files by which the platform tells those around it how it stands.
final class RunFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path ready;
    private final Path pbx;
    private final Path bootEpoch;

    RunFiles(Path dataDirectory) {
        this.ready = dataDirectory.resolve("run").resolve("platform.ready");
        this.pbx = dataDirectory.resolve("pbx.json");
        this.bootEpoch = dataDirectory.resolve("pbx.epoch");
    }

    void writeReady() {
        write(ready, Long.toString(ProcessHandle.current().pid()));
    }

    void removeReady() {
        try {
            Files.deleteIfExists(ready);
        } catch (IOException failure) {
            throw new UncheckedIOException("The readiness file cannot be removed", failure);
        }
    }

    /// What the PBX serves, as `status` shows it.
    void writePbx(Definition definition) {
        Map<String, String> queueNumbers = new TreeMap<>();
        definition.queues().stream()
                .filter(queue -> !queue.test())
                .forEach(queue -> queueNumbers.put(queue.code(), queue.number()));
        write(pbx, JSON.writeValueAsString(new PbxNumbers(queueNumbers, definition.ownNumbers())));
    }

    record PbxNumbers(Map<String, String> queueNumbers, List<String> ownNumbers) {}

    @Nullable
    String bootEpoch() {
        try {
            return Files.exists(bootEpoch) ? Files.readString(bootEpoch).strip() : null;
        } catch (IOException failure) {
            throw new UncheckedIOException("The PBX's boot epoch cannot be read", failure);
        }
    }

    void writeBootEpoch(String epoch) {
        write(bootEpoch, epoch);
    }

    private static void write(Path file, String content) {
        try {
            PrivateFiles.createDirectory(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
            PrivateFiles.write(file, (content + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be written", failure);
        }
    }
}
