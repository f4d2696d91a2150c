package org.kezheng.platform.recordings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where recordings come from.
///
/// @param spool the directory in memory that the PBX writes into; without it nothing is collected
/// @param pbxPidFile where the launcher notes the PBX's process
@ConfigurationProperties("kezheng.recordings")
record RecordingSettings(@Nullable Path spool, @Nullable Path pbxPidFile) {}
