package org.kezheng.platform.packs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kezheng.evidence.packs.CasePaper;
import org.kezheng.evidence.packs.CasePaper.Row;
import org.kezheng.evidence.packs.CasePaper.Section;
import org.kezheng.evidence.packs.CasePaper.Words;
import org.kezheng.security.ledger.SequencedEntry;
import tools.jackson.databind.JsonNode;

/// Tells a case on paper, from the same data that the pack holds.
final class CaseStory {
    private static final Map<String, String> OUTCOMES = Map.of(
            "answered", "已接听",
            "abandoned", "主叫放弃",
            "timed-out", "等待超时",
            "refused", "被拒绝",
            "lost", "与交换机失去联系",
            "callback", "改为要求回电",
            "voicemail", "改为留言",
            "overflowed", "溢出");
    private static final Map<String, String> RECORDING_STATES = Map.of(
            "stored", "已存",
            "none", "无",
            "pending", "待收",
            "missing", "缺失",
            "refused", "客户不同意录音",
            "not-recorded", "按规则不录",
            "destroyed", "已到期销毁");
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("call.viewed", "查看通话"),
            Map.entry("recording.stored", "存入录音"),
            Map.entry("recording.paused", "暂停录音"),
            Map.entry("recording.played", "播放录音"),
            Map.entry("recording.destroyed", "录音到期销毁"),
            Map.entry("hold.set", "设置保全"),
            Map.entry("hold.lifted", "解除保全"),
            Map.entry("pack.made", "制作证据包"),
            Map.entry("pack.sealed", "封存证据包"),
            Map.entry("pack.downloaded", "下载证据包"),
            Map.entry("customer.disclosed", "查看客户明文"));

    private final DateTimeFormatter time;

    CaseStory(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx").withZone(zone);
    }

    /// What is told.
    record Facts(JsonNode details, JsonNode explanation, JsonNode recording, JsonNode day, WhoLooked.Sheet ledger) {}

    CasePaper paper(Facts facts, String id, Instant at, String key) {
        return new CasePaper(
                id,
                time.format(at),
                key,
                List.of(
                        call(facts.details()),
                        routing(facts.explanation()),
                        recordings(facts.recording()),
                        looked(facts.ledger()),
                        day(facts.day())));
    }

    private Section call(JsonNode call) {
        List<Row> rows = new ArrayList<>();
        add(rows, "通话编号", "Call", text(call, "id"));
        add(rows, "委托方", "Client", text(call, "client"));
        add(rows, "队列", "Queue", text(call, "queue"));
        add(rows, "坐席", "Agent", text(call, "agent"));
        add(rows, "主叫（已脱敏）", "Calling number, masked", text(call, "callingNumber"));
        add(rows, "进入队列", "Offered", instant(call, "offeredAt"));
        add(rows, "振铃", "Ringing", instant(call, "ringingAt"));
        add(rows, "接听", "Answered", instant(call, "answeredAt"));
        add(rows, "结束", "Ended", instant(call, "endedAt"));
        add(rows, "结果", "Outcome", both(OUTCOMES, text(call, "outcome")));
        add(rows, "小结", "Disposition", text(call, "disposition"));
        add(rows, "日志位置", "Journal position", text(call, "journalPosition"));
        return new Section(new Words("通话", "Call"), List.of(), rows);
    }

    private static Section routing(JsonNode explanation) {
        List<Words> sentences = new ArrayList<>();
        sentences.add(sentence(explanation));
        if (explanation.path("decisions").size() > 1) {
            explanation.path("decisions").forEach(decision -> sentences.add(sentence(decision)));
        }
        return new Section(new Words("为何分配给此坐席", "Why it went to this agent"), sentences, List.of());
    }

    private static Words sentence(JsonNode holder) {
        return new Words(text(holder.path("sentence"), "zh"), text(holder.path("sentence"), "en"));
    }

    /// Each talk on its own; the call's last one where talks are not told.
    private Section recordings(JsonNode recording) {
        List<Row> rows = new ArrayList<>();
        if (recording.path("talks").isEmpty()) {
            recording(rows, recording);
        }
        for (JsonNode talk : recording.path("talks")) {
            add(rows, "通话段（坐席）", "Talk with", text(talk, "agent"));
            recording(rows, talk);
        }
        return new Section(new Words("录音", "Recordings"), List.of(), rows);
    }

    private void recording(List<Row> rows, JsonNode recording) {
        add(rows, "状态", "State", both(RECORDING_STATES, text(recording, "state")));
        add(rows, "开始", "Started", instant(recording, "startedAt"));
        add(rows, "时长（毫秒）", "Duration, ms", text(recording, "durationMillis"));
        for (JsonNode gap : recording.path("gaps")) {
            add(rows, "暂停（毫秒）", "Paused, ms", text(gap, "fromMillis") + " – " + text(gap, "toMillis"));
        }
        add(rows, "销毁", "Destroyed", instant(recording, "destroyedAt"));
        add(rows, "密文字节数", "Bytes, sealed", text(recording, "bytes"));
        add(rows, "密文散列", "SHA-256, sealed", text(recording, "sha256"));
        add(rows, "账本条目", "Ledger entry", text(recording, "ledgerIndex"));
    }

    private Section looked(WhoLooked.Sheet ledger) {
        List<Row> rows = new ArrayList<>();
        for (SequencedEntry entry : ledger.entries()) {
            String action = entry.entry().action();
            String actor = entry.entry().actor().user();
            String what = ACTIONS.getOrDefault(action, action);
            add(rows, "第 " + entry.index() + " 条", action, time.format(entry.at()) + "  " + actor + "  " + what);
        }
        Words sentence = new Words(
                "以下为审计账本中与此通话有关的全部条目，截至所附检查点。",
                "All entries of the audit ledger about this call, as of the enclosed checkpoint.");
        return new Section(new Words("谁看过", "Who looked"), List.of(sentence), rows);
    }

    private Section day(JsonNode day) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode queue : day.path("queues")) {
            add(
                    rows,
                    "队列 " + text(queue, "queue"),
                    "queue",
                    "人工请求量 offered " + text(queue, "offered") + " · 接通量 answered " + text(queue, "answered")
                            + " · 放弃 abandoned " + text(queue, "abandoned"));
        }
        Words sentence = new Words(
                text(day, "day") + " 的数据，截至日志第 " + text(day, "position") + " 条；定义见 docs/measures.md。",
                "Figures of " + text(day, "day") + " as of journal record " + text(day, "position")
                        + "; defined in docs/measures.md.");
        return new Section(new Words("当日数据", "Figures of the day"), List.of(sentence), rows);
    }

    private static void add(List<Row> rows, String zh, String en, String value) {
        if (!value.isEmpty()) {
            rows.add(new Row(new Words(zh, en), value));
        }
    }

    private static String both(Map<String, String> words, String code) {
        String word = words.get(code);
        return word == null ? code : word + " " + code;
    }

    private String instant(JsonNode node, String name) {
        String text = text(node, name);
        return text.isEmpty() ? "" : time.format(Instant.parse(text));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNull() || value.isMissingNode() ? "" : value.asString("");
    }
}
