package org.kezheng.platform.flows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where each node of a flow leads, and by what.
final class Edges {
    private final Map<String, List<Edge>> byNode = new LinkedHashMap<>();
    private final Flow flow;

    Edges(Flow flow) {
        this.flow = flow;
        flow.nodes().forEach((name, node) -> byNode.put(name, List.copyOf(of(node))));
    }

    /// @param pointer from the node to the member that names where it leads
    record Edge(String pointer, String to, Kind kind) {}

    /// What has to happen for an edge to be taken.
    enum Kind {
        /// The caller presses a key, or lets the time for it go by.
        KEY,
        AUTOMATIC,
        /// Business hours are over.
        CLOSED,
        /// The caller is marked as a nuisance.
        NUISANCE,
        /// The talk is over.
        AFTER_TALK;

        boolean isSetApart() {
            return this == CLOSED || this == NUISANCE || this == AFTER_TALK;
        }
    }

    List<Edge> of(String name) {
        return byNode.getOrDefault(name, List.of());
    }

    /// The node's edges, with that of key 0 to a person where the interpreter has it.
    List<Edge> withPersonKey(String name) {
        List<Edge> edges = new ArrayList<>(of(name));
        if (leadsToPerson(flow.node(name))) {
            edges.add(new Edge("", flow.person(), Kind.KEY));
        }
        return edges;
    }

    /// Whether a node outside of `inside` leads here.
    boolean intoFromElsewhere(String name, Set<String> inside) {
        return byNode.entrySet().stream()
                .filter(entry -> !inside.contains(entry.getKey()) && !isChosenEnd(entry.getKey()))
                .anyMatch(entry -> entry.getValue().stream()
                        .anyMatch(edge -> edge.to().equals(name) && !edge.kind().isSetApart()));
    }

    private boolean isChosenEnd(String name) {
        return switch (flow.node(name)) {
            case Node.Voicemail _, Node.Callback _, Node.Survey _ -> true;
            case Node.Announce _, Node.Notice _, Node.Menu _, Node.Digits _, Node.Verify _ -> false;
            case Node.Queue _, Node.Hours _, Node.Branch _, Node.Speak _, Node.Go _, Node.HangUp _ -> false;
        };
    }

    private static boolean leadsToPerson(Node node) {
        return switch (node) {
            case Node.Announce _, Node.Notice _ -> true;
            case Node.Menu menu -> !menu.options().containsKey('0');
            case Node.Digits digits -> !digits.entry().isZeroInput();
            case Node.Verify verify -> !verify.entry().isZeroInput();
            case Node.Survey survey -> survey.questions().stream().noneMatch(question -> question.lowest() == '0');
            case Node.HangUp(var say) -> !say.isEmpty();
            case Node.Hours _, Node.Branch _, Node.Speak _, Node.Go _ -> false;
            case Node.Queue _, Node.Callback _, Node.Voicemail _ -> false;
        };
    }

    private static List<Edge> of(Node node) {
        List<Edge> edges = new ArrayList<>();
        switch (node) {
            case Node.Announce announce -> edges.add(new Edge("/next", announce.next(), Kind.AUTOMATIC));
            case Node.Notice notice -> edges.add(new Edge("/next", notice.next(), Kind.AUTOMATIC));
            case Node.Menu menu -> {
                menu.options().forEach((key, next) -> edges.add(new Edge("/options/" + key, next, Kind.KEY)));
                edges.add(new Edge("/otherwise", menu.otherwise(), Kind.KEY));
            }
            case Node.Digits digits -> asked(digits.ways(), edges);
            case Node.Verify verify -> asked(verify.ways(), edges);
            case Node.Hours hours -> {
                edges.add(new Edge("/open", hours.open(), Kind.AUTOMATIC));
                edges.add(new Edge("/closed", hours.closed(), Kind.CLOSED));
                edges.add(new Edge("/holiday", hours.holiday(), Kind.CLOSED));
            }
            case Node.Branch branch -> branched(branch, edges);
            case Node.Queue queue -> queued(queue, edges);
            case Node.Callback(var _, var ways) -> {
                edges.add(new Edge("/next", ways.next(), Kind.AUTOMATIC));
                edges.add(new Edge("/otherwise", ways.otherwise(), Kind.AUTOMATIC));
            }
            case Node.Voicemail voicemail -> edges.add(new Edge("/next", voicemail.next(), Kind.AUTOMATIC));
            case Node.Survey survey -> edges.add(new Edge("/next", survey.next(), Kind.AUTOMATIC));
            case Node.Speak(var _, var next) -> edges.add(new Edge("/next", next, Kind.AUTOMATIC));
            case Node.Go(var next) -> edges.add(new Edge("/next", next, Kind.AUTOMATIC));
            case Node.HangUp _ -> {}
        }
        return edges;
    }

    private static void asked(Node.Ways ways, List<Edge> edges) {
        edges.add(new Edge("/next", ways.next(), Kind.KEY));
        edges.add(new Edge("/otherwise", ways.otherwise(), Kind.KEY));
    }

    private static void branched(Node.Branch branch, List<Edge> edges) {
        for (int i = 0; i < branch.cases().size(); i++) {
            Node.Case one = branch.cases().get(i);
            boolean isNuisance = one.when() instanceof Node.Condition.Known(Fact fact) && fact == Fact.NUISANCE;
            edges.add(new Edge("/cases/" + i + "/next", one.next(), isNuisance ? Kind.NUISANCE : Kind.AUTOMATIC));
        }
        edges.add(new Edge("/otherwise", branch.otherwise(), Kind.AUTOMATIC));
    }

    private static void queued(Node.Queue queue, List<Edge> edges) {
        if (queue.callback() != null) {
            edges.add(new Edge("/callback/next", queue.callback().next(), Kind.KEY));
        }
        if (queue.exit() != null) {
            edges.add(new Edge("/exit/next", queue.exit().next(), Kind.KEY));
        }
        if (queue.afterTalk() != null) {
            edges.add(new Edge("/afterTalk", queue.afterTalk(), Kind.AFTER_TALK));
        }
    }
}
