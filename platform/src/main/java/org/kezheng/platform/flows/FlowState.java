package org.kezheng.platform.flows;

import java.util.Collections;
import java.util.EnumSet;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a caller is in a flow. It prints no digit that was entered.
///
/// @param triesUsed at this node
/// @param question of a survey, from 0
/// @param steps since the beginning
/// @param isAfterHours whether business hours have sent the caller here, or the talk is over: key 0 leads
///     nowhere then
/// @param language in which the caller goes on; `null`: the flow's first
/// @param secret what was entered last into a secret variable
public record FlowState(
        String nodeName,
        SequencedMap<String, String> variables,
        Set<Fact> facts,
        int triesUsed,
        int question,
        int steps,
        boolean isAfterHours,
        @Nullable SecretDigits secret,
        Flow.@Nullable Language language) {

    public FlowState {
        variables = Collections.unmodifiableSequencedMap(new TreeMap<>(variables));
        EnumSet<Fact> ordered = EnumSet.noneOf(Fact.class);
        ordered.addAll(facts);
        facts = Collections.unmodifiableSet(ordered);
    }

    static FlowState at(String nodeName, Set<Fact> facts) {
        return new FlowState(nodeName, new TreeMap<>(), facts, 0, 0, 0, false, null, null);
    }

    FlowState movedTo(String next) {
        return new FlowState(next, variables, facts, 0, 0, steps + 1, isAfterHours, secret, language);
    }

    FlowState afterHours() {
        return new FlowState(nodeName, variables, facts, triesUsed, question, steps, true, secret, language);
    }

    FlowState triedAgain() {
        return new FlowState(
                nodeName, variables, facts, triesUsed + 1, question, steps + 1, isAfterHours, secret, language);
    }

    FlowState asked(int next) {
        return new FlowState(nodeName, variables, facts, 0, next, steps + 1, isAfterHours, secret, language);
    }

    /// The same place, with one more fact known.
    public FlowState with(Fact fact) {
        EnumSet<Fact> more = EnumSet.of(fact);
        more.addAll(facts);
        return new FlowState(nodeName, variables, more, triesUsed, question, steps, isAfterHours, secret, language);
    }

    FlowState with(String variable, String value) {
        TreeMap<String, String> more = new TreeMap<>(variables);
        more.put(variable, value);
        return new FlowState(nodeName, more, facts, triesUsed, question, steps, isAfterHours, secret, language);
    }

    FlowState speaking(Flow.Language other) {
        return new FlowState(nodeName, variables, facts, triesUsed, question, steps, isAfterHours, secret, other);
    }

    FlowState with(SecretDigits digits) {
        return new FlowState(nodeName, variables, facts, triesUsed, question, steps, isAfterHours, digits, language);
    }

    @Override
    public String toString() {
        return "FlowState[" + nodeName + ", facts=" + facts + ", steps=" + steps + "]";
    }
}
