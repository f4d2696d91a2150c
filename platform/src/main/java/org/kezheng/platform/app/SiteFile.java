package org.kezheng.platform.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.RefusedConfiguration;
import org.kezheng.platform.directory.SelfTest;
import org.kezheng.security.keys.PrivateFiles;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The site's definition on disk. Its presence says that the first start is over.
final class SiteFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            // Absent where a file was written before the member existed.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path file;

    private static final List<String> DEMONSTRATION_FLOWS =
            List.of("main", "service-code", "order-number", "satisfaction");

    SiteFile(Path dataDirectory) {
        this.file = dataDirectory.resolve("site.json");
    }

    boolean isFirstStart() {
        return !Files.exists(file);
    }

    /// The definition in force, or the one that a first start begins with. One of a version that had no self-test
    /// yet gets it.
    Definition definition(boolean isDemonstration) {
        return SelfTest.within(written(isDemonstration));
    }

    private Definition written(boolean isDemonstration) {
        if (!isFirstStart()) {
            try {
                JsonNode written = JSON.readTree(Files.readAllBytes(file));
                requireNoCalendar(written);
                return JSON.treeToValue(written, Definition.class);
            } catch (IOException failure) {
                throw new UncheckedIOException("The site's definition cannot be read", failure);
            }
        }
        return isDemonstration ? demonstration().site() : resource("/first-start.json", Definition.class);
    }

    /// Holidays stood here once, beside those by which flows went. They would hold no more, so they are not passed
    /// over; the empty lists that a first start wrote are.
    private static void requireNoCalendar(JsonNode written) {
        JsonNode calendar = written.path("calendar");
        if (!calendar.path("holidays").isEmpty() || !calendar.path("workdays").isEmpty()) {
            throw new RefusedConfiguration(new IllegalArgumentException(
                    "“calendar” 已不再使用：请把其中的日期写入数据目录的 calendar/年份.json，再从 site.json 中删去 / \"calendar\" is read"
                            + " no more: write its days into calendar/YEAR.json of the data directory, and take it out of"
                            + " site.json"));
        }
    }

    static Demonstration demonstration() {
        return resource("/demonstration.json", Demonstration.class);
    }

    /// The flows that the demonstration's numbers have, where there are none of their name yet.
    static void writeDemonstrationFlows(Path dataDirectory) {
        for (String code : DEMONSTRATION_FLOWS) {
            Path flow = dataDirectory.resolve("flows").resolve(code + ".json");
            if (!Files.exists(flow)) {
                writeDemonstrationFlow(code, flow);
            }
        }
    }

    private static void writeDemonstrationFlow(String code, Path flow) {
        String resource = "/demonstration-flows/" + code + ".json";
        try (InputStream stream = Objects.requireNonNull(SiteFile.class.getResourceAsStream(resource))) {
            PrivateFiles.createDirectory(Objects.requireNonNull(flow.getParent()));
            PrivateFiles.write(flow, stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("A flow of the demonstration cannot be written", failure);
        }
    }

    void write(Definition definition) {
        try {
            PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(definition));
        } catch (IOException failure) {
            throw new UncheckedIOException("The site's definition cannot be written", failure);
        }
    }

    private static <T> T resource(String name, Class<T> type) {
        try (InputStream stream = Objects.requireNonNull(SiteFile.class.getResourceAsStream(name), name)) {
            return JSON.readValue(stream, type);
        } catch (IOException failure) {
            throw new UncheckedIOException("The resource " + name + " cannot be read", failure);
        }
    }
}
