package org.kezheng.platform.lines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.platform.callflow.FlowLine;
import org.kezheng.platform.callflow.NuisanceRule;
import org.kezheng.platform.callflow.NumberPlan;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.Interpreter;
import org.kezheng.platform.flows.Node;
import org.kezheng.platform.speech.Prompts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the plan of numbers: queues' own ones, and those that have a flow. A flow of which a prompt cannot be had is
/// not played: its callers go to the number's queue, and the log says what is missing.
public final class AccessLines {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLines.class);

    /// The code of the flow that has nothing but a queue.
    private static final String DIRECT = "direct";

    private final Definition site;
    private final Prompts prompts;
    private final Map<String, QueueId> queues;
    private final HolidayCalendar holidays;

    private AccessLines(Definition site, Prompts prompts, HolidayCalendar holidays) {
        this.site = site;
        this.prompts = prompts;
        this.holidays = holidays;
        this.queues = site.queues().stream()
                .collect(Collectors.toMap(Definition.QueueEntry::code, queue -> new QueueId(queue.id())));
    }

    /// Reads the site's flows, and has their prompts made.
    ///
    /// @throws RefusedFlows with everything that is wrong with the flows
    public static NumberPlan plan(Path dataDirectory, Definition site, Prompts prompts, HolidayCalendar holidays) {
        List<NumberPlan.Entry> entries = new ArrayList<>(site.queues().stream()
                .map(queue ->
                        new NumberPlan.Entry(queue.number(), new ClientId(queue.client()), new QueueId(queue.id())))
                .toList());
        AccessLines lines = new AccessLines(site, prompts, holidays);
        List<FlowLine> made = new ArrayList<>();
        SiteFlows.Found flows = SiteFlows.read(dataDirectory.resolve("flows"), site);
        for (SiteFlows.Line line : flows.lines()) {
            Definition.AccessNumber number = line.number();
            try {
                made.add(lines.make(number, line.flow()));
            } catch (IOException missing) {
                LOG.error(
                        "The flow {} of {} is not played, and its callers go to the queue {}: {}",
                        number.flow(),
                        number.number(),
                        number.queue(),
                        missing.getMessage());
                if (entries.stream().noneMatch(entry -> entry.number().equals(number.number()))) {
                    entries.add(new NumberPlan.Entry(
                            number.number(), new ClientId(number.client()), lines.queue(number.queue())));
                }
            }
        }
        made.addAll(lines.guarded(made));
        Set<QueueId> tests = site.queues().stream()
                .filter(Definition.QueueEntry::test)
                .map(queue -> new QueueId(queue.id()))
                .collect(Collectors.toSet());
        return new NumberPlan(entries, made, lines.selfServices(flows.selfServices()), tests);
    }

    private List<FlowLine> selfServices(List<SiteFlows.Lent> flows) {
        List<FlowLine> made = new ArrayList<>();
        for (SiteFlows.Lent lent : flows) {
            // Its queues stand for the agent who lends; nobody is ever sent to the fallback.
            Definition.QueueEntry anyQueue = site.queues().stream()
                    .filter(queue -> queue.client() == lent.client())
                    .findFirst()
                    .orElseThrow();
            Definition.AccessNumber none =
                    new Definition.AccessNumber("", lent.client(), lent.flow().code(), anyQueue.code());
            try {
                made.add(make(none, lent.flow(), lent.flow().languages(), NuisanceRule.FLOW));
            } catch (IOException missing) {
                LOG.error("Nobody can be lent to the flow {}: {}", lent.flow().code(), missing.getMessage());
            }
        }
        return made;
    }

    private FlowLine make(Definition.AccessNumber number, Flow flow) throws IOException {
        return make(number, flow, flow.spoken(), ruleOf(number.client()));
    }

    private FlowLine make(
            Definition.AccessNumber number, Flow flow, Collection<Flow.Language> languages, NuisanceRule rule)
            throws IOException {
        Map<String, String> sounds = new LinkedHashMap<>();
        for (Flow.Language language : languages) {
            boolean isFirst = language == flow.languages().getFirst();
            prompts.of(flow, language)
                    .forEach((name, file) -> sounds.put(isFirst ? name : FlowLine.inLanguage(language, name), file));
        }
        if (rule == NuisanceRule.END) {
            Flow.Language language = flow.languages().getFirst();
            sounds.put(Interpreter.TURNED_AWAY, prompts.ofCatalogue(Interpreter.TURNED_AWAY, language));
        }
        return new FlowLine(
                number.number(),
                new ClientId(number.client()),
                queue(number.queue()),
                flow,
                new Interpreter(flow, holidays),
                queues,
                sounds,
                rule);
    }

    /// The numbers of queues of clients who end the calls of marked numbers: whoever calls one is looked up
    /// first, as by a flow that has nothing but its queue.
    private List<FlowLine> guarded(List<FlowLine> others) {
        List<FlowLine> guarded = new ArrayList<>();
        for (Definition.QueueEntry queue : site.queues()) {
            boolean hasFlow = others.stream().anyMatch(line -> line.number().equals(queue.number()));
            if (!queue.test() && !hasFlow && ruleOf(queue.client()) == NuisanceRule.END) {
                Definition.AccessNumber number =
                        new Definition.AccessNumber(queue.number(), queue.client(), DIRECT, queue.code());
                try {
                    guarded.add(make(number, direct(queue.code())));
                } catch (IOException missing) {
                    LOG.error(
                            "Callers of {} who are marked as a nuisance are not turned away: {}",
                            queue.number(),
                            missing.getMessage());
                }
            }
        }
        return guarded;
    }

    private static Flow direct(String queue) {
        SequencedMap<String, Node> nodes = new LinkedHashMap<>();
        Node.Waiting waiting = new Node.Waiting(0, List.of(), Node.Sound.MUSIC, 0);
        nodes.put(DIRECT, new Node.Queue(queue, waiting, null, null, null));
        return new Flow(
                DIRECT,
                1,
                List.of(Flow.Language.ZH),
                DIRECT,
                DIRECT,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                nodes,
                Flow.USUAL_STEPS);
    }

    private NuisanceRule ruleOf(int client) {
        boolean isEnded = site.clients().stream()
                .anyMatch(entry -> entry.id() == client && SiteFlows.ENDS_NUISANCE.equals(entry.nuisance()));
        return isEnded ? NuisanceRule.END : NuisanceRule.FLOW;
    }

    private QueueId queue(String code) {
        return Objects.requireNonNull(queues.get(code), "A checked number has its queue");
    }
}
