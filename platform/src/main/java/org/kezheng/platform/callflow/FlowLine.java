package org.kezheng.platform.callflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.Interpreter;
import org.kezheng.platform.flows.Node;

/// An access number whose callers are led through a flow.
///
/// @param fallback where callers go when their place in the flow is lost
/// @param queues the flow's queues by their codes
/// @param sounds the files of the flow's prompts and of the catalogue's, by the prompts' names
/// @param nuisances what the client wants done with callers who are marked
public record FlowLine(
        String number,
        ClientId client,
        QueueId fallback,
        Flow flow,
        Interpreter interpreter,
        Map<String, QueueId> queues,
        Map<String, String> sounds,
        NuisanceRule nuisances) {
    public FlowLine {
        queues = Map.copyOf(queues);
        sounds = Map.copyOf(sounds);
    }

    /// A line whose flow decides about nuisances.
    public FlowLine(
            String number,
            ClientId client,
            QueueId fallback,
            Flow flow,
            Interpreter interpreter,
            Map<String, QueueId> queues,
            Map<String, String> sounds) {
        this(number, client, fallback, flow, interpreter, queues, sounds, NuisanceRule.FLOW);
    }

    /// The name under which the file of a prompt in another language than the flow's first stands in [#sounds].
    public static String inLanguage(Flow.Language language, String prompt) {
        return language.code() + "/" + prompt;
    }

    /// The files of those prompts; one without a file is left out.
    ///
    /// @param language `null`: the flow's first
    List<String> files(List<String> prompts, Flow.@Nullable Language language) {
        List<String> files = new ArrayList<>();
        for (String prompt : prompts) {
            String first = sounds.get(prompt);
            String file = language == null ? first : sounds.getOrDefault(inLanguage(language, prompt), first);
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    QueueId queue(String code) {
        return queues.getOrDefault(code, fallback);
    }

    @Override
    public String toString() {
        return "FlowLine[" + number + ", " + flow.code() + "]";
    }

    /// Whether the flow asks anything about its callers that has to be looked up.
    boolean asksWhoCalls() {
        return nuisances == NuisanceRule.END || branchesOnCaller();
    }

    private boolean branchesOnCaller() {
        return flow.nodes().values().stream()
                .filter(Node.Branch.class::isInstance)
                .flatMap(node -> ((Node.Branch) node).cases().stream())
                .anyMatch(one -> one.when() instanceof Node.Condition.Known(Fact fact)
                        && (fact == Fact.KNOWN || fact == Fact.VIP || fact == Fact.NUISANCE));
    }
}
