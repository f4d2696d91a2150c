package org.kezheng.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.directory.RefusedConfiguration;

final class SiteFileTest {
    @TempDir
    Path data;

    private Path site = Path.of("");

    @BeforeEach
    void write() {
        site = data.resolve("site.json");
        SiteFile file = new SiteFile(data);
        file.write(file.definition(true));
    }

    @Test
    void holidaysInTheSitesDefinitionAreRefusedWithTheWayOut() throws IOException {
        add("{\"holidays\": [\"2027-01-01\"], \"workdays\": []}");
        assertThatThrownBy(() -> new SiteFile(data).definition(true))
                .isInstanceOf(RefusedConfiguration.class)
                .hasMessageContaining("\"calendar\" is read no more")
                .hasMessageContaining("calendar/YEAR.json")
                .hasMessageContaining("年份.json");
    }

    @Test
    void theEmptyCalendarOfAnOlderDemonstrationIsPassedOver() throws IOException {
        add("{\"holidays\": [], \"workdays\": []}");
        assertThat(new SiteFile(data).definition(true).ownNumbers()).contains("4001");
    }

    private void add(String calendar) throws IOException {
        Files.writeString(site, Files.readString(site).replaceFirst("\\{", "{\"calendar\": " + calendar + ","));
    }
}
