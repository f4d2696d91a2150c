package org.kezheng.platform.flows.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kezheng.platform.flows.FlowExample;
import org.kezheng.platform.flows.FlowProblem;
import org.kezheng.platform.flows.FlowProblem.Rule;

final class FlowReaderTest {
    private static final Set<String> QUEUES = Set.of("support", "consult");

    @Test
    void aWholeFlowHolds() {
        FlowReader.Reading reading = FlowReader.read(FlowExample.whole(), QUEUES);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.flow()).isNotNull();
    }

    @Test
    void everyMistakeIsNamedAtOnceWithItsPlaceAndAWayOut() {
        String wrong = FlowExample.whole()
                .replace("\"version\": 3", "\"version\": \"3\"")
                .replace("\"tries\": 2, \"otherwise\": \"to-queue\"", "\"tries\": 9, \"otherwise\": \"nowhere\"")
                .replace("\"queue\": \"support\", \"next\": \"thanks\"", "\"queue\": \"sales\", \"next\": \"thanks\"")
                .replace("\"say\": [\"closed\"]", "\"say\": [\"shut\"], \"volume\": 3")
                .replace("\"calendar\": \"office\", ", "");

        List<FlowProblem> problems = FlowReader.read(wrong, QUEUES).problems();

        assertThat(problems)
                .extracting(FlowProblem::pointer, FlowProblem::rule)
                .contains(
                        tuple("/version", Rule.WRONG_VALUE),
                        tuple("/nodes/menu/tries", Rule.WRONG_VALUE),
                        tuple("/nodes/menu/otherwise", Rule.UNKNOWN_NODE),
                        tuple("/nodes/message/queue", Rule.UNKNOWN_QUEUE),
                        tuple("/nodes/closed/say/0", Rule.MISSING_PROMPT),
                        tuple("/nodes/closed/volume", Rule.UNKNOWN_MEMBER),
                        tuple("/nodes/hours/calendar", Rule.MISSING));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.chinese()).isNotBlank().doesNotContain("%s");
            assertThat(problem.english()).isNotBlank().doesNotContain("%s");
        });
    }

    @Test
    void aPersonIsWithinTwoKeysOfEveryNode() {
        assertThat(rules(flow("""
                "start": "menu", "person": "to-queue",
                "nodes": {
                  "menu": {"type": "menu", "say": ["welcome"], "options": {"0": "deep"}, "otherwise": "deep"},
                  "deep": {"type": "menu", "say": ["welcome"], "options": {"0": "deeper"}, "otherwise": "deeper"},
                  "deeper": {"type": "menu", "say": ["welcome"], "options": {"0": "end", "1": "to-queue"},
                             "otherwise": "end"},
                  "end": {"type": "hangup"},
                  "to-queue": {"type": "queue", "queue": "support"}
                }"""))).containsExactlyInAnyOrder("/nodes/menu NO_PERSON", "/nodes/end NO_PERSON");
    }

    @Test
    void aNodeThatNothingLeadsToIsNamed() {
        assertThat(rules(flow("""
                "start": "to-queue", "person": "to-queue",
                "nodes": {"to-queue": {"type": "queue", "queue": "support"},
                          "lost": {"type": "announce", "say": ["welcome"], "next": "to-queue"}}"""))).containsExactly("/nodes/lost UNREACHABLE");
    }

    @Test
    void aLoopThatNeedsNobodyIsNamed() {
        assertThat(rules(flow("""
                "start": "one", "person": "to-queue",
                "nodes": {"one": {"type": "announce", "say": ["welcome"], "next": "two"},
                          "two": {"type": "goto", "next": "one"},
                          "to-queue": {"type": "queue", "queue": "support"}}"""))).contains("/nodes/one LOOP");
    }

    @Test
    void outOfHoursALineLeadsSomewhere() {
        assertThat(rules(flow("""
                "start": "hours", "person": "to-queue", "calendars": {"c": {"weekly": {"monday": ["09:00-18:00"]}}},
                "nodes": {"hours": {"type": "hours", "calendar": "c", "open": "to-queue", "closed": "shut"},
                          "shut": {"type": "hangup", "say": ["closed"]},
                          "to-queue": {"type": "queue", "queue": "support"}}""")))
                .containsExactly("/nodes/hours/closed NO_WAY_OUT", "/nodes/hours/holiday NO_WAY_OUT");
    }

    @Test
    void aSecretDecidesNoBranch() {
        assertThat(rules(flow("""
                "start": "pin", "person": "to-queue",
                "nodes": {"pin": {"type": "digits", "say": ["enter-pin"], "variable": "pin", "min": 4, "max": 4,
                                  "secret": true, "next": "which", "otherwise": "to-queue"},
                          "which": {"type": "branch", "cases": [{"variable": "pin", "is": ["1234"], "next": "to-queue"}],
                                    "otherwise": "to-queue"},
                          "to-queue": {"type": "queue", "queue": "support"}}"""))).containsExactly("/nodes/which/cases/0/variable SECRET_TO_BRANCH");
    }

    @Test
    void whatIsNoJsonIsSaidWithItsPlace() {
        assertThat(FlowReader.read("{\"schema\": 1,\n oops}", QUEUES).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo(Rule.NOT_JSON);
                    assertThat(problem.detail()).startsWith("2:");
                });
        assertThat(FlowReader.read("[]", QUEUES).problems()).isNotEmpty();
        assertThat(FlowReader.read("x".repeat(FlowReader.MAX_BYTES + 1), QUEUES).problems())
                .extracting(FlowProblem::rule)
                .containsExactly(Rule.TOO_LARGE);
    }

    private static String flow(String rest) {
        return "{\"schema\": 1, \"code\": \"f\", \"version\": 1, \"languages\": [\"zh\"], " + rest + "}";
    }

    private static List<String> rules(String json) {
        return FlowReader.read(json, QUEUES).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.rule())
                .toList();
    }
}
