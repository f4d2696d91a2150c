package org.kezheng.platform.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.FlowProblem;
import org.kezheng.platform.flows.Mentions;
import org.kezheng.platform.flows.Node;
import org.kezheng.platform.flows.file.FlowReader;

/// Reads the flows of the site's access numbers, and finds everything that is wrong with them.
final class SiteFlows {
    /// The rule of a client who ends the calls of numbers that are marked.
    static final String ENDS_NUISANCE = "end";

    private static final String NUMBER = "[0-9]{3,20}";
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,47}";

    private final Path directory;
    private final Definition site;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Optional<Flow>> read = new HashMap<>();

    private SiteFlows(Path directory, Definition site) {
        this.directory = directory;
        this.site = site;
    }

    /// A number with its flow.
    record Line(Definition.AccessNumber number, Flow flow) {}

    /// A flow to which a client's agents lend callers.
    record Lent(int client, Flow flow) {}

    /// All flows of a site.
    record Found(List<Line> lines, List<Lent> selfServices) {}

    /// @param directory where `CODE.json` stands
    /// @throws RefusedFlows with everything that is wrong
    static Found read(Path directory, Definition site) {
        SiteFlows flows = new SiteFlows(directory, site);
        site.clients().forEach(flows::checkNuisance);
        List<Line> lines = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (Definition.AccessNumber number : numbersOf(site)) {
            flows.check(number, numbers).ifPresent(flow -> lines.add(new Line(number, flow)));
        }
        List<Lent> selfServices = site.clients().stream()
                .flatMap(client -> flows.selfServices(client).stream())
                .toList();
        if (!flows.problems.isEmpty()) {
            throw new RefusedFlows(flows.problems);
        }
        return new Found(lines, selfServices);
    }

    private List<Lent> selfServices(Definition.ClientEntry client) {
        List<Lent> found = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Definition.SelfService service : site.selfServicesOf(client.id())) {
            Consumer<String> tell =
                    what -> problems.add("site.json: clients: selfServices of " + client.code() + ": " + what);
            if (!String.valueOf(service.flow()).matches(CODE) || !codes.add(service.flow())) {
                tell.accept("\"flow\" takes a flow's code (a–z, 0–9, -), each once");
                continue;
            }
            if (site.queues().stream().noneMatch(queue -> queue.client() == client.id())) {
                tell.accept("the client has no queue, and so nobody who could be lent");
                continue;
            }
            if (isBlank(service.zh()) || isBlank(service.en())) {
                tell.accept("\"zh\" and \"en\" of " + service.flow() + " say what agents choose");
            }
            read.computeIfAbsent(service.flow(), this::flow).ifPresent(flow -> {
                requireOwnQueues(client.id(), flow);
                requireLendable(flow);
                found.add(new Lent(client.id(), flow));
            });
        }
        return found;
    }

    /// The agent is there, and the talk is being recorded: who is lent needs no hours, no message, no call back, and
    /// cannot refuse a recording any more.
    private void requireLendable(Flow flow) {
        flow.nodes().forEach((name, node) -> {
            boolean isForCallersAlone = node instanceof Node.Hours
                    || node instanceof Node.Voicemail
                    || node instanceof Node.Callback
                    || (node instanceof Node.Notice notice && notice.refusalKey() != null);
            if (isForCallersAlone) {
                problems.add("flows/" + flow.code() + ".json: /nodes/" + name
                        + "  自助服务不能有营业时间、留言、回电，也不能拒绝录音 / self-service has no hours, messages,"
                        + " calls back or refusal of a recording");
            }
        });
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void checkNuisance(Definition.ClientEntry client) {
        String rule = client.nuisance();
        if (rule != null && !rule.equals(ENDS_NUISANCE) && !rule.equals("flow")) {
            problems.add("site.json: clients: \"nuisance\" of " + client.code() + " takes \"end\" or \"flow\"");
        }
    }

    private static List<Definition.AccessNumber> numbersOf(Definition site) {
        List<Definition.AccessNumber> numbers = site.accessNumbers();
        return numbers == null ? List.of() : numbers;
    }

    private Optional<Flow> check(Definition.AccessNumber number, Set<String> before) {
        Consumer<String> tell = what -> problems.add("site.json: accessNumbers: " + what);
        if (!String.valueOf(number.number()).matches(NUMBER) || !before.add(number.number())) {
            tell.accept("\"number\" takes 3 to 20 digits, each number once");
        }
        Definition.QueueEntry fallback = queue(number.queue());
        if (fallback == null || fallback.client() != number.client()) {
            tell.accept("\"queue\" of " + number.number() + " takes one of the client's queues, not " + number.queue());
        }
        if (!String.valueOf(number.flow()).matches(CODE)) {
            tell.accept("\"flow\" of " + number.number() + " takes a flow's code (a–z, 0–9, -)");
            return Optional.empty();
        }
        Optional<Flow> flow = read.computeIfAbsent(number.flow(), this::flow);
        flow.ifPresent(known -> requireOwnQueues(number.client(), known));
        return flow;
    }

    private Definition.@Nullable QueueEntry queue(String code) {
        return site.queues().stream()
                .filter(queue -> queue.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private Optional<Flow> flow(String code) {
        Path file = directory.resolve(code + ".json");
        String name = "flows/" + file.getFileName();
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            problems.add(name + ": the file is missing, or cannot be read");
            return Optional.empty();
        }
        Set<String> queues = site.queues().stream()
                .filter(queue -> !queue.test())
                .map(Definition.QueueEntry::code)
                .collect(Collectors.toUnmodifiableSet());
        FlowReader.Reading reading = FlowReader.read(text, queues);
        for (FlowProblem problem : reading.problems()) {
            problems.add(name + ": " + problem.pointer() + "  " + problem.chinese() + " / " + problem.english());
        }
        Flow flow = reading.flow();
        if (flow != null) {
            if (!flow.code().equals(code)) {
                problems.add(name + ": /code  is " + flow.code() + ", and the file's name says " + code);
            }
        }
        return Optional.ofNullable(flow);
    }

    private void requireOwnQueues(int client, Flow flow) {
        flow.nodes()
                .forEach((name, node) -> Mentions.queue(node).ifPresent(code -> {
                    Definition.QueueEntry queue = queue(code);
                    if (queue != null && queue.client() != client) {
                        problems.add("flows/" + flow.code() + ".json: /nodes/" + name + "/queue  " + code
                                + " 属于另一委托方 / belongs to another client than those whom the flow serves");
                    }
                }));
    }
}
