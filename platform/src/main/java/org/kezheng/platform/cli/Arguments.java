package org.kezheng.platform.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// What was typed behind a command: `--name value` and `--name`.
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    /// @throws UsageException for anything else
    Arguments(String[] arguments, Set<String> withValue, Set<String> withoutValue) {
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (withoutValue.contains(name)) {
                flags.add(name);
            } else if (withValue.contains(name) && i + 1 < arguments.length) {
                i++;
                values.put(name, arguments[i]);
            } else {
                throw new UsageException("Not understood: " + name);
            }
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String require(String name) {
        return find(name).orElseThrow(() -> new UsageException(name + " is missing"));
    }

    /// The settings that the launcher wrote for the platform.
    Properties settings() {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(require("--properties")), StandardCharsets.UTF_8)) {
            settings.load(reader);
            return settings;
        } catch (IOException unreadable) {
            throw new UsageException("The properties cannot be read: " + unreadable.getMessage());
        }
    }

    /// The command was not understood.
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String what) {
            super(what);
        }
    }
}
