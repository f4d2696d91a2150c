package org.kezheng.platform.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The site.
///
/// @param demonstration whether a first start makes demonstration data
/// @param timeZone in which a day begins
@Validated
@ConfigurationProperties("kezheng")
record SiteSettings(
        @Min(1) @Max(65_535) int httpPort,
        @NotNull Path dataDir,
        @NotNull Path keyDir,
        @DefaultValue("false") boolean demonstration,
        @DefaultValue("Asia/Shanghai") ZoneId timeZone) {}
