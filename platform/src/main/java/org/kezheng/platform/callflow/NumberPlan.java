package org.kezheng.platform.callflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.QueueId;

/// Which dialled number belongs to which client and queue. The client is known before anything about the caller is
/// looked up.
///
/// @param lines numbers that have a flow; such a number needs no queue of its own
/// @param selfServices flows without a number, to which agents lend callers
/// @param tests queues of the platform's own calls, which count nowhere
public record NumberPlan(List<Entry> entries, List<FlowLine> lines, List<FlowLine> selfServices, Set<QueueId> tests) {
    /// A number that can be dialled.
    public record Entry(String number, ClientId client, QueueId queue) {}

    public NumberPlan {
        entries = List.copyOf(entries);
        lines = List.copyOf(lines);
        selfServices = List.copyOf(selfServices);
        tests = Set.copyOf(tests);
        long distinct = entries.stream().map(Entry::number).distinct().count();
        if (distinct != entries.size()) {
            throw new IllegalArgumentException("A number belongs to two queues");
        }
    }

    /// No calls of the platform's own.
    public NumberPlan(List<Entry> entries, List<FlowLine> lines, List<FlowLine> selfServices) {
        this(entries, lines, selfServices, Set.of());
    }

    /// Numbers alone.
    public NumberPlan(List<Entry> entries, List<FlowLine> lines) {
        this(entries, lines, List.of());
    }

    /// Queues alone.
    public NumberPlan(List<Entry> entries) {
        this(entries, List.of(), List.of());
    }

    /// All numbers that can be dialled.
    Set<String> numbers() {
        return Stream.concat(entries.stream().map(Entry::number), lines.stream().map(FlowLine::number))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Entry> of(String dialledNumber) {
        return entries.stream()
                .filter(entry -> entry.number().equals(dialledNumber))
                .findFirst()
                .or(() -> lineOf(dialledNumber).map(line -> new Entry(line.number(), line.client(), line.fallback())));
    }

    /// The flow of that code, if it is of the self-service of the client's.
    Optional<FlowLine> selfService(ClientId client, String code) {
        return selfServices.stream()
                .filter(line ->
                        line.client().equals(client) && line.flow().code().equals(code))
                .findFirst();
    }

    Optional<FlowLine> lineOf(String dialledNumber) {
        return lines.stream()
                .filter(line -> line.number().equals(dialledNumber))
                .findFirst();
    }
}
