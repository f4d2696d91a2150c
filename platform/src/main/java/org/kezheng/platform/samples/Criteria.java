package org.kezheng.platform.samples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which recordings somebody asks for; what is absent matches all.
///
/// @param from talks that began at or after this instant
/// @param to talks that began before this instant
/// @param disposition the wrap-up's code
record Criteria(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer queue,
        @Nullable Integer agent,
        @Nullable String disposition,
        @Nullable Integer minSeconds,
        @Nullable Integer maxSeconds) {
    private static final long MICROS = 1_000_000;

    /// A condition of SQL over `recording r` and `call_record c`, and its parameters.
    record Condition(String sql, Map<String, Object> parameters) {}

    Condition condition() {
        StringBuilder sql = new StringBuilder("true");
        Map<String, Object> parameters = new HashMap<>();
        add(sql, parameters, "r.started_at >= :from", "from", from == null ? null : from.atOffset(ZoneOffset.UTC));
        add(sql, parameters, "r.started_at < :to", "to", to == null ? null : to.atOffset(ZoneOffset.UTC));
        add(sql, parameters, "c.queue_id = :queue", "queue", queue);
        add(sql, parameters, "r.agent_id = :agent", "agent", agent);
        add(sql, parameters, "c.disposition = :disposition", "disposition", disposition);
        add(sql, parameters, "r.duration_micros >= :min", "min", minSeconds == null ? null : minSeconds * MICROS);
        add(sql, parameters, "r.duration_micros < :max", "max", maxSeconds == null ? null : maxSeconds * MICROS);
        return new Condition(sql.toString(), parameters);
    }

    private static void add(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
