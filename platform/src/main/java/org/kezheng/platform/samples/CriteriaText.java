package org.kezheng.platform.samples;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.tenancy.ClientId;

/// Criteria as somebody wrote them: codes, users, instants and seconds.
record CriteriaText(
        @Nullable String from,
        @Nullable String to,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable String disposition,
        @Nullable String minSeconds,
        @Nullable String maxSeconds) {
    private static final int LONGEST = 86_400;

    /// Reads them for a client, or says which is wrong.
    Criteria read(Directory directory, ClientId client) {
        return new Criteria(
                instant("from", from),
                instant("to", to),
                queueId(directory, client),
                agentId(directory, client),
                knownDisposition(directory),
                seconds("minSeconds", minSeconds),
                seconds("maxSeconds", maxSeconds));
    }

    private @Nullable Integer queueId(Directory directory, ClientId client) {
        if (queue == null) {
            return null;
        }
        return directory.queuesOf(client).stream()
                .filter(entry -> entry.code().equals(queue))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("queue", "call.queue-unknown", "The code of a queue"))
                .id();
    }

    private @Nullable Integer agentId(Directory directory, ClientId client) {
        if (agent == null) {
            return null;
        }
        return directory
                .agent(agent)
                .filter(known -> directory
                        .clientOfAgent(known.value())
                        .filter(client::equals)
                        .isPresent())
                .orElseThrow(() -> Problem.invalid("agent", "call.agent-unknown", "The user name of an agent"))
                .value();
    }

    private @Nullable String knownDisposition(Directory directory) {
        if (disposition != null && !directory.isDisposition(disposition)) {
            throw Problem.invalid("disposition", "recording.disposition", "The code of a disposition");
        }
        return disposition;
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(field, "field.instant", "An instant such as 2026-01-31T08:00:00Z");
        }
    }

    private static @Nullable Integer seconds(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LONGEST) {
            throw Problem.invalid(field, "field.number", "Seconds from 0 to " + LONGEST);
        }
        return Integer.valueOf(text);
    }
}
