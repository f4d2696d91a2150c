package org.kezheng.acd.engine.examples;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// Code as it may stand in the engine, and code that must not.
public final class EngineExamples {
    private EngineExamples() {}

    public enum Channel {
        VOICE,
        CHAT
    }

    public sealed interface Outcome {
        record Answered(long contact, Duration waited) implements Outcome {}

        record Refused(String rule) implements Outcome {}
    }

    public static final class Pure {
        private final long[] arrivals = new long[4];

        public String explain(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Answered(long contact, Duration waited) -> contact + " after " + waited;
                case Outcome.Refused(String rule) -> rule;
            };
        }

        public int weight(Channel channel) {
            return switch (channel) {
                case VOICE -> 1;
                case CHAT -> 2;
            };
        }

        public long earliest(List<Long> more, ByteBuffer into) {
            System.arraycopy(arrivals, 0, arrivals, 1, 3);
            more.forEach(into::putLong);
            return Arrays.stream(arrivals).min().orElse(0);
        }
    }

    public static final class ReadsTheClock {
        public long nowMillis() {
            return System.currentTimeMillis();
        }
    }

    public static final class ReadsTheDate {
        public Instant now() {
            return Instant.now();
        }
    }

    public static final class HasARandomSource {
        public int roll(Random random) {
            return random.nextInt(6);
        }
    }

    public static final class NamesByChance {
        public String name() {
            return UUID.randomUUID().toString();
        }
    }

    public static final class Shuffles {
        public List<Integer> mix(List<Integer> given) {
            List<Integer> mixed = new ArrayList<>(given);
            Collections.shuffle(mixed);
            return mixed;
        }
    }

    public static final class StartsAThread {
        public void start(Runnable work) {
            Thread.ofVirtual().start(work);
        }
    }

    public static final class ReadsAFile {
        public boolean isThere(Path file) {
            return Files.exists(file);
        }
    }

    public static final class Logs {
        public void warn() {
            System.getLogger("engine").log(System.Logger.Level.WARNING, "full");
        }
    }

    public static final class IteratesSalted {
        public Set<String> skills() {
            return Set.of("loans", "cards");
        }
    }
}
