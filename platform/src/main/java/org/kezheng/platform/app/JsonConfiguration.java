package org.kezheng.platform.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

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

    /// A value of another kind is refused, and not taken for one that it may have been meant to be: `1.5` is no
    /// version, and `123` neither a text nor a day, nor an instant.
    @Bean
    JsonMapperBuilderCustomizer valuesAsTheyAre() {
        return builder -> builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(LogicalType.Textual, JsonConfiguration::onlyText)
                .withCoercionConfig(LogicalType.DateTime, JsonConfiguration::onlyText)
                .addModule(new SimpleModule("kezheng-times")
                        .addDeserializer(LocalDate.class, new WrittenDay())
                        .addDeserializer(Instant.class, new WrittenInstant()));
    }

    private static void onlyText(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /// Days are text alone; the library takes numbers for days since 1970, and arrays for year, month and day.
    private static final class WrittenDay extends StdDeserializer<LocalDate> {
        WrittenDay() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            String text = parser.getString().strip();
            try {
                return text.isEmpty() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException wrong) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a day");
            }
        }
    }

    /// Instants are text alone; the library takes numbers for seconds since 1970.
    private static final class WrittenInstant extends StdDeserializer<Instant> {
        WrittenInstant() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getString().strip();
            try {
                return text.isEmpty() ? null : Instant.parse(text);
            } catch (DateTimeParseException wrong) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an instant");
            }
        }
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
