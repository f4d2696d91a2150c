package org.kezheng.platform.flows;

/// A flow with each type of node, as an operator writes it.
public final class FlowExample {
    private FlowExample() {}

    public static String whole() {
        return """
                {
                  "schema": 1, "code": "support-line", "version": 3, "languages": ["zh", "en"],
                  "start": "notice", "person": "to-queue",
                  "prompts": {"main-menu": {"zh": "查询请按一，报修请按二。", "en": "For queries one, for repairs two."}},
                  "calendars": {"office": {"weekly": {
                    "monday": ["09:00-12:00", "13:30-18:00"], "tuesday": ["09:00-18:00"], "wednesday": ["09:00-18:00"],
                    "thursday": ["09:00-18:00"], "friday": ["09:00-18:00"]}}},
                  "nodes": {
                    "notice": {"type": "notice", "say": ["recording-notice-choice"], "textVersion": "2026-03",
                               "refusalKey": "9", "next": "nuisance"},
                    "nuisance": {"type": "branch", "cases": [{"fact": "nuisance", "next": "reject"},
                                 {"fact": "vip", "next": "to-queue"}], "otherwise": "hours"},
                    "reject": {"type": "hangup", "say": ["goodbye"]},
                    "hours": {"type": "hours", "calendar": "office", "open": "menu", "closed": "closed"},
                    "closed": {"type": "announce", "say": ["closed"], "next": "message"},
                    "message": {"type": "voicemail", "say": ["leave-message"], "queue": "support", "next": "thanks"},
                    "thanks": {"type": "hangup", "say": ["message-taken"]},
                    "menu": {"type": "menu", "say": ["main-menu", "press-zero-for-person"],
                             "options": {"1": "account", "2": "to-queue"}, "tries": 2, "otherwise": "to-queue"},
                    "account": {"type": "digits", "say": ["enter-pin"], "variable": "account", "min": 6, "max": 8,
                                "terminator": "#", "next": "kind", "otherwise": "to-queue"},
                    "kind": {"type": "branch", "cases": [{"variable": "account", "startsWith": "88", "next": "prove"},
                             {"variable": "account", "is": ["123456"], "next": "again"}], "otherwise": "to-queue"},
                    "again": {"type": "goto", "next": "menu"},
                    "prove": {"type": "verify", "say": ["enter-verification"], "min": 4, "max": 6, "terminator": "#",
                              "tries": 2, "next": "verified", "otherwise": "to-queue"},
                    "verified": {"type": "announce", "say": ["verified"], "next": "to-queue"},
                    "to-queue": {"type": "queue", "queue": "support",
                                 "waiting": {"everySeconds": 30, "tells": ["position", "estimated-wait"],
                                             "sound": "silence", "priority": 2},
                                 "callback": {"key": "1", "next": "call-back"},
                                 "exit": {"key": "*", "next": "message"}, "afterTalk": "survey"},
                    "call-back": {"type": "callback", "queue": "support", "next": "promised", "otherwise": "sorry"},
                    "promised": {"type": "hangup", "say": ["callback-taken"]},
                    "sorry": {"type": "announce", "say": ["callback-impossible"], "next": "to-queue"},
                    "survey": {"type": "survey", "surveyVersion": "s1", "questions": [
                               {"code": "service", "say": ["survey-question"]},
                               {"code": "solved", "say": ["survey-question"], "lowest": "0", "highest": "1"}],
                               "next": "bye"},
                    "bye": {"type": "hangup", "say": ["survey-thanks"]}
                  }
                }
                """;
    }
}
