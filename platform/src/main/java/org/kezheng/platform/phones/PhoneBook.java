package org.kezheng.platform.phones;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.keys.PrivateFiles;
import tools.jackson.databind.json.JsonMapper;

/// The agents' choices on disk, so that calls find their agents after a restart.
final class PhoneBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    PhoneBook(Path file) {
        this.file = file;
    }

    /// @param devices by agent
    /// @param lines the sign-ins that have a softphone line
    /// @param tests of these devices, by agent
    record Content(
            Map<Integer, Entry> devices,
            Set<UUID> lines,
            @Nullable Map<Integer, TestEntry> tests) {
        Content {
            devices = new TreeMap<>(devices);
            lines = new TreeSet<>(lines);
            tests = tests == null ? new TreeMap<>() : new TreeMap<>(tests);
        }

        Map<Integer, TestEntry> knownTests() {
            return tests == null ? Map.of() : tests;
        }
    }

    /// How a test of the agent's device ended, in which sign-in, and what is known of the device.
    record TestEntry(
            UUID session,
            String finding,
            String at,
            @Nullable String known) {}

    /// One of the three.
    record Entry(
            @Nullable UUID browser,
            @Nullable String sip,
            @Nullable Boolean mobile) {}

    Content read() {
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readAllBytes(file), Content.class)
                    : new Content(Map.of(), Set.of(), Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException("The choice of phones cannot be read", failure);
        }
    }

    void write(Content content) {
        try {
            PrivateFiles.write(file, JSON.writeValueAsBytes(content));
        } catch (IOException failure) {
            throw new UncheckedIOException("The choice of phones cannot be written", failure);
        }
    }
}
