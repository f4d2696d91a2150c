package org.kezheng.platform.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How values look in JSON.
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
    /// Instants in UTC with all six digits of their microseconds, so that they sort as text.
    @Bean
    JsonMapperBuilderCustomizer instantsWithMicroseconds() {
        SimpleModule module = new SimpleModule("kezheng-instants");
        module.addSerializer(Instant.class, new InstantSerializer());
        return builder -> builder.addModule(module);
    }

    private static final class InstantSerializer extends StdSerializer<Instant> {
        private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator generator, SerializationContext context) {
            generator.writeString(FORMAT.format(instant));
        }
    }
}
