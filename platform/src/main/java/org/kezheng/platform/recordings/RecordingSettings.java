package org.kezheng.platform.recordings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where recordings come from.
///
/// @param spool the directory in memory that the PBX writes into; without it nothing is collected
/// @param pbxPidFile where the launcher notes the PBX's process
/// @param longestPause after which a paused recording goes on by itself, from 5 s to 30 min
@ConfigurationProperties("kezheng.recordings")
record RecordingSettings(
        @Nullable Path spool,
        @Nullable Path pbxPidFile,
        @DefaultValue("3m") Duration longestPause) {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    RecordingSettings {
        if (longestPause.compareTo(SHORTEST) < 0 || longestPause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A recording is paused for 5 s to 30 min at most");
        }
    }
}
