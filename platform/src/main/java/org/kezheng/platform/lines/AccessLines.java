package org.kezheng.platform.lines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.callflow.FlowLine;
import org.kezheng.platform.callflow.NumberPlan;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.flows.Holidays;
import org.kezheng.platform.flows.Interpreter;
import org.kezheng.platform.flows.file.HolidayReader;
import org.kezheng.platform.speech.Prompts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the plan of numbers: queues' own ones, and those that have a flow. A flow of which a prompt cannot be had is
/// not played: its callers go to the number's queue, and the log says what is missing.
public final class AccessLines {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLines.class);

    private AccessLines() {}

    /// Reads the site's flows, and has their prompts made.
    ///
    /// @throws RefusedFlows with everything that is wrong with the flows
    public static NumberPlan plan(Path dataDirectory, Definition site, Prompts prompts) {
        List<NumberPlan.Entry> entries = new ArrayList<>(site.queues().stream()
                .map(queue ->
                        new NumberPlan.Entry(queue.number(), new ClientId(queue.client()), new QueueId(queue.id())))
                .toList());
        Map<String, QueueId> queues = site.queues().stream()
                .collect(Collectors.toMap(Definition.QueueEntry::code, queue -> new QueueId(queue.id())));
        Holidays holidays = HolidayReader.shipped();
        List<FlowLine> lines = new ArrayList<>();
        for (SiteFlows.Line line : SiteFlows.read(dataDirectory.resolve("flows"), site)) {
            Definition.AccessNumber number = line.number();
            ClientId client = new ClientId(number.client());
            QueueId fallback = Objects.requireNonNull(queues.get(number.queue()), "A checked number has its queue");
            Function<Map<String, String>, FlowLine> make = sounds -> new FlowLine(
                    number.number(),
                    client,
                    fallback,
                    line.flow(),
                    new Interpreter(line.flow(), holidays),
                    queues,
                    sounds);
            try {
                lines.add(make.apply(prompts.of(line.flow())));
            } catch (IOException missing) {
                LOG.error(
                        "The flow {} of {} is not played, and its callers go to the queue {}: {}",
                        number.flow(),
                        number.number(),
                        number.queue(),
                        missing.getMessage());
                if (entries.stream().noneMatch(entry -> entry.number().equals(number.number()))) {
                    entries.add(new NumberPlan.Entry(number.number(), client, fallback));
                }
            }
        }
        return new NumberPlan(entries, lines);
    }
}
