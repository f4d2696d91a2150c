package org.kezheng.platform.samples;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.http.WrittenTimes;
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
        Instant begin = WrittenTimes.instant("from", from);
        Instant end = WrittenTimes.instant("to", to);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw Problem.invalid("to", "field.order", "An instant after from");
        }
        Integer least = seconds("minSeconds", minSeconds);
        Integer most = seconds("maxSeconds", maxSeconds);
        if (least != null && most != null && least > most) {
            throw Problem.invalid("maxSeconds", "field.order", "Seconds of at least minSeconds");
        }
        return new Criteria(
                begin,
                end,
                queueId(directory, client),
                agentId(directory, client),
                knownDisposition(directory),
                least,
                most);
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
