package org.kezheng.testkit.rules.examples;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import java.util.logging.Logger;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// Code that breaks a rule of the house, and its neighbour that keeps it.
@NullUnmarked
public final class Examples {
    private Examples() {}

    public static final class CallHelper {}

    public static final class CallManager {}

    public static final class CustomerInfo {}

    public record Calls(int count) {}

    public record ReadsJackson2(JsonNode json) {}

    public static final class TakesAField {
        @Autowired
        @Nullable
        private Calls calls;

        public @Nullable Calls calls() {
            return calls;
        }
    }

    public static final class TakesAnArgument {
        private final Calls calls;

        @Autowired
        public TakesAnArgument(Calls calls) {
            this.calls = calls;
        }

        public Calls calls() {
            return calls;
        }
    }

    public static final class LogsBesideTheLog {
        public void log() {
            Logger.getLogger("calls").warning("full");
        }
    }

    public static final class Prints {
        public void print() {
            System.out.println("answered");
        }
    }

    @Entity
    public static class OpenEntity {}

    @Entity
    static class ClosedEntity {
        private int state;

        void close() {
            state = 1;
        }

        boolean isClosed() {
            return state == 1;
        }
    }

    @Entity
    static class EntityWithSetter {
        private int state;

        void setState(int next) {
            state = next;
        }

        int getState() {
            return state;
        }
    }

    public static Class<?> closedEntity() {
        return ClosedEntity.class;
    }

    public static Class<?> entityWithSetter() {
        return EntityWithSetter.class;
    }
}
