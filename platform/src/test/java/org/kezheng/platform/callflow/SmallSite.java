package org.kezheng.platform.callflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.Interpreter;
import org.kezheng.platform.flows.file.Catalogue;
import org.kezheng.platform.flows.file.FlowReader;

/// Two queues whose numbers are 4001 and 4002, and three agents who serve both.
final class SmallSite {
    static final String FLOW_NUMBER = "4003";

    /// A notice, a menu with two queues, announcements while waiting, a way out of one queue, and a survey.
    private static final String FLOW = """
            {"schema": 1, "code": "small", "version": 1, "languages": ["zh"], "start": "notice", "person": "support",
             "nodes": {
               "notice": {"type": "notice", "say": ["recording-notice-choice"], "textVersion": "n1", "refusalKey": "9",
                          "next": "menu"},
               "menu": {"type": "menu", "say": ["welcome"], "options": {"1": "support", "2": "consult", "7": "mail", "8": "bye"},
                        "tries": 2, "otherwise": "support"},
               "support": {"type": "queue", "queue": "support", "afterTalk": "survey",
                           "waiting": {"everySeconds": 10, "tells": ["position", "estimated-wait"]}},
               "consult": {"type": "queue", "queue": "consult", "exit": {"key": "5", "next": "menu"},
                           "callback": {"key": "6", "next": "back"},
                           "waiting": {"everySeconds": 15, "tells": ["position"], "sound": "silence"}},
               "back": {"type": "callback", "queue": "consult", "next": "promised", "otherwise": "consult"},
               "promised": {"type": "hangup", "say": ["callback-taken"]},
               "mail": {"type": "voicemail", "say": ["leave-message"], "queue": "consult", "maxSeconds": 30,
                        "next": "thanks"},
               "thanks": {"type": "hangup", "say": ["message-taken"]},
               "survey": {"type": "survey", "surveyVersion": "s1",
                          "questions": [{"code": "service", "say": ["survey-question"]}], "next": "bye"},
               "bye": {"type": "hangup", "say": ["goodbye"]}}}
            """;
    static final String BILINGUAL_NUMBER = "4004";

    /// Callers choose the language in which they go on.
    private static final String BILINGUAL_FLOW = """
            {"schema": 1, "code": "bilingual", "version": 1, "languages": ["zh", "en"], "start": "menu", "person": "support",
             "nodes": {
               "menu": {"type": "menu", "say": ["welcome"], "options": {"1": "support", "2": "english"}, "tries": 2,
                        "otherwise": "support"},
               "english": {"type": "language", "language": "en", "next": "support"},
               "support": {"type": "queue", "queue": "support"}}}
            """;
    static final String SELF_SERVICE = "lent";

    /// Digits that agents may see, the service code, and back.
    private static final String LENT_FLOW = """
            {"schema": 1, "code": "lent", "version": 1, "languages": ["zh"], "start": "order", "person": "agent",
             "nodes": {
               "order": {"type": "digits", "say": ["welcome"], "variable": "order", "min": 1, "max": 4, "tries": 2,
                         "next": "code", "otherwise": "agent"},
               "code": {"type": "verify", "say": ["leave-message"], "min": 1, "max": 4, "tries": 1,
                        "next": "thanks", "otherwise": "thanks"},
               "thanks": {"type": "hangup", "say": ["goodbye"]},
               "agent": {"type": "queue", "queue": "support"}}}
            """;
    static final ClientId CLIENT = new ClientId(1);

    private SmallSite() {}

    static NumberPlan numbers() {
        return new NumberPlan(
                List.of(
                        new NumberPlan.Entry("4001", CLIENT, new QueueId(1)),
                        new NumberPlan.Entry("4002", CLIENT, new QueueId(2))),
                List.of(line(FLOW_NUMBER, FLOW), line(BILINGUAL_NUMBER, BILINGUAL_FLOW)),
                List.of(line("", LENT_FLOW)));
    }

    /// Two trunks of two lines each, of which the first begins three calls within a minute; callers come by the
    /// first.
    static TrunkPlan trunks() {
        return new TrunkPlan(List.of(
                new TrunkPlan.Line("one", null, 2, 3, true), new TrunkPlan.Line("two", "127.0.0.1:5099", 2, 9, false)));
    }

    private static FlowLine line(String number, String text) {
        Flow flow = Objects.requireNonNull(FlowReader.read(text, Set.of()).flow(), "A flow of the small site");
        Map<String, String> sounds = new TreeMap<>();
        Catalogue.names().forEach(name -> sounds.put(name, "/prompts/" + name));
        return new FlowLine(
                number,
                CLIENT,
                new QueueId(1),
                flow,
                new Interpreter(flow, HolidayCalendar.NONE),
                Map.of("support", new QueueId(1), "consult", new QueueId(2)),
                sounds);
    }

    static Configuration configuration() {
        QueueTimes times = new QueueTimes(15_000_000, 20_000_000, 120_000_000, 10_000_000);
        return new Configuration(
                1,
                List.of(),
                List.of(
                        new QueueDefinition(new QueueId(1), "support", CLIENT, List.of(), times),
                        new QueueDefinition(new QueueId(2), "consult", CLIENT, List.of(), times)),
                FlowWorld.AGENTS.stream()
                        .map(agent -> new AgentDefinition(new AgentId(agent), List.of()))
                        .toList());
    }
}
