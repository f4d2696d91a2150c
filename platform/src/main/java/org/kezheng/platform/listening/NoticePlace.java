package org.kezheng.platform.listening;

import java.nio.file.Path;

/// Where a site may lay its own notice.
public record NoticePlace(Path directory) {}
