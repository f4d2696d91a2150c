package org.kezheng.evidence.measures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kezheng.evidence.measures.MeasureDefinition.Of;
import org.kezheng.evidence.measures.MeasureDefinition.Words;

/// The published definitions of all figures. The interface serves them, and `docs/measures.md` is held to them by a
/// test: a figure is what stands here.
public final class MeasureDefinitions {
    private static final Words CALLS = new Words("流水日志；表 call_record", "the journal; table call_record");
    private static final Words OFFERS =
            new Words("流水日志；表 call_offer", "the journal; table call_offer, calls counted as in call_record");
    private static final Words TIME =
            new Words("流水日志；表 agent_state_interval", "the journal; table agent_state_interval");
    private static final Words TIMING = new Words(
            "PBX 事件与平台的时间戳；表 call_timing", "time stamps of the PBX's events and of the platform; table call_timing");
    private static final Words NOW = new Words("运行中的平台", "the running platform");

    private static final List<MeasureDefinition> ALL = make();

    private MeasureDefinitions() {}

    /// All definitions, in the order in which they are shown.
    public static List<MeasureDefinition> all() {
        return ALL;
    }

    public static Optional<MeasureDefinition> of(String id) {
        return ALL.stream().filter(definition -> definition.id().equals(id)).findFirst();
    }

    private static List<MeasureDefinition> make() {
        List<MeasureDefinition> all = new ArrayList<>();
        addCounts(all);
        addTimes(all);
        addAgents(all);
        addPlatform(all);
        addSteps(all);
        return Collections.unmodifiableList(all);
    }

    private static void addCounts(List<MeasureDefinition> all) {
        all.add(calls(
                "offered",
                "offered",
                new Words("人工请求量", "Offered"),
                new Words("当日进入坐席队列的联络数", "contacts that entered the agent queue on the day")));
        all.add(calls(
                "answered",
                "answered",
                new Words("接通量", "Answered"),
                new Words("其中由坐席接听的联络数", "those of them that an agent answered")));
        all.add(calls(
                "abandoned",
                "abandoned",
                new Words("放弃量", "Abandoned"),
                new Words("其中主叫在坐席接听前离开的联络数", "those of them whose caller left before an agent answered")));
        all.add(calls(
                "timed-out",
                "timedOut",
                new Words("排队超时量", "Timed out"),
                new Words("其中等候超过队列上限而结束的联络数", "those of them that waited longer than their queue allows")));
        all.add(calls(
                "refused",
                "refused",
                new Words("拒绝量", "Refused"),
                new Words("其中被平台拒绝的联络数", "those of them that the platform turned away before an answer")));
        all.add(calls(
                "lost",
                "lost",
                new Words("丢失量", "Lost"),
                new Words("其中交换机在接听前丢失的联络数", "those of them that the PBX lost before an answer")));
        all.add(
                calls(
                        "callback",
                        "callback",
                        new Words("回电请求量", "Call backs asked for"),
                        new Words(
                                "其中主叫改为要求回电的联络数；回电本身另计为一个联络",
                                "those of them whose caller asked to be called back instead; the call back is a contact of its own")));
        all.add(calls(
                "voicemail",
                "voicemail",
                new Words("留言量", "Voicemail"),
                new Words("其中主叫改为留言的联络数", "those of them whose caller went to leave a message instead")));
        all.add(calls(
                "overflowed",
                "overflowed",
                new Words("溢出量", "Overflowed"),
                new Words(
                        "其中因队列已满或等候过久而转出的联络数",
                        "those of them that left for an announcement, or found the queue full")));
        all.add(new MeasureDefinition(
                "waiting",
                Of.QUEUE,
                "waiting",
                new Words("排队中", "Waiting"),
                new Words(
                        "人工请求量 − 接通量 − 放弃量 − 排队超时量 − 拒绝量 − 丢失量 − 回电请求量 − 留言量 − 溢出量：此刻仍在等候(含振铃)",
                        "offered − answered − abandoned − timed out − refused − lost − call backs asked for − voicemail"
                                + " − overflowed: those that wait now, ringing ones included"),
                "calls",
                CALLS,
                "kezheng_contacts_waiting"));
        all.add(new MeasureDefinition(
                "service-level",
                Of.QUEUE,
                "serviceLevel",
                new Words("服务水平", "Service level"),
                new Words(
                        "20 秒内(含)接听的联络数 ÷ 人工请求量；等候自进入队列起，至坐席接听止",
                        "contacts answered within 20 s (20 s included) ÷ offered; the wait runs from entering the queue"
                                + " to the agent's answer"),
                "share",
                CALLS,
                null));
    }

    private static void addTimes(List<MeasureDefinition> all) {
        all.add(seconds(
                "wait",
                "waitSeconds",
                new Words("等候时长", "Wait"),
                new Words("∑(接听时刻 − 进入队列时刻)，取已接听的联络", "∑ (answered − entered the queue), over answered contacts"),
                "kezheng_call_wait_seconds_sum"));
        all.add(seconds(
                "average-speed-of-answer",
                "averageSpeedOfAnswerSeconds",
                new Words("平均应答速度", "Average speed of answer (ASA)"),
                new Words("等候时长 ÷ 接通量", "wait ÷ answered"),
                "kezheng_call_wait_seconds_sum / kezheng_call_wait_seconds_count"));
        all.add(seconds(
                "talk",
                "talkSeconds",
                new Words("通话时长", "Talk"),
                new Words(
                        "∑(结束时刻 − 接听时刻 − 保持时长)，取已结束的通话",
                        "∑ (ended − answered − time on hold), over talks that are over"),
                "kezheng_call_talk_seconds_sum"));
        all.add(seconds(
                "average-talk",
                "averageTalkSeconds",
                new Words("平均通话时长", "Average talk"),
                new Words("通话时长 ÷ 已结束的通话数", "talk ÷ number of talks that are over"),
                "kezheng_call_talk_seconds_sum / kezheng_call_talk_seconds_count"));
        all.add(new MeasureDefinition(
                "ring-delay",
                Of.QUEUE,
                "ringDelaySeconds",
                new Words("振铃时延", "Ring delay"),
                new Words(
                        "∑(坐席话机开始振铃时刻 − 选定坐席时刻) ÷ 已振铃的分配提议数",
                        "∑ (agent's device began to ring − agent was chosen) ÷ number of offers that rang"),
                "seconds",
                OFFERS,
                "kezheng_ring_delay_seconds_sum / kezheng_ring_delay_seconds_count"));
    }

    private static void addAgents(List<MeasureDefinition> all) {
        all.add(agent(
                "agent-answered",
                "answered",
                new Words("坐席接通量", "Answered by the agent"),
                new Words("当日由该坐席接听的联络数(按接听日计)", "contacts that the agent answered on the day of the answer"),
                CALLS));
        all.add(agent(
                "agent-talk",
                "talkSeconds",
                new Words("坐席通话时长", "Agent's talk"),
                new Words(
                        "∑(结束时刻 − 接听时刻 − 保持时长)，取当日接听且已结束的通话",
                        "∑ (ended − answered − time on hold), over talks answered on the day that are over"),
                CALLS));
        all.add(agent(
                "agent-hold",
                "holdSeconds",
                new Words("保持时长", "Hold"),
                new Words("∑ 保持时长，取当日接听且已结束的通话", "∑ time on hold, over talks answered on the day that are over"),
                CALLS));
        all.add(agent(
                "agent-wrap-up",
                "wrapUpSeconds",
                new Words("话后处理时长", "Wrap-up"),
                new Words("当日处于话后处理状态的时间", "time in the state wrap-up on the day"),
                TIME));
        all.add(agent(
                "agent-ready",
                "readySeconds",
                new Words("就绪时长", "Ready"),
                new Words(
                        "当日处于就绪状态的时间，进行中的状态计至取数时刻",
                        "time in the state ready on the day, a present state up to the time of asking"),
                TIME));
        all.add(agent(
                "agent-not-ready",
                "notReadySeconds",
                new Words("示忙时长", "Not ready"),
                new Words(
                        "当日处于示忙状态的时间，进行中的状态计至取数时刻",
                        "time in the state not ready on the day, a present state up to the time of asking"),
                TIME));
    }

    private static void addPlatform(List<MeasureDefinition> all) {
        all.add(new MeasureDefinition(
                "ami-connected",
                Of.PLATFORM,
                "",
                new Words("交换机连接", "PBX connected"),
                new Words("已连接为 1，否则为 0", "1 while the PBX's manager interface is connected, else 0"),
                "flag",
                NOW,
                "kezheng_ami_connected"));
        all.add(new MeasureDefinition(
                "agreement",
                Of.PLATFORM,
                "agreement",
                new Words("指标一致性", "Agreement"),
                new Words(
                        "同一日志位置上，实时、历史、坐席与日志文件四种来源之间不同的数的个数；未能比较时为 NaN",
                        "how many numbers differ between the live figures, the tables of calls, the tables of agents'"
                                + " time and the journal's files at one journal position; NaN while they cannot be"
                                + " compared"),
                "agreement",
                NOW,
                "kezheng_agreement_differences"));
    }

    private static void addSteps(List<MeasureDefinition> all) {
        all.add(step(
                "invite",
                "来电 INVITE",
                "INVITE",
                "交换机建立主叫通道的时刻",
                "the PBX began the caller's channel (its own time stamp)"));
        all.add(step(
                "announced",
                "来电已告知平台",
                "Announced",
                "平台收到来电事件的时刻",
                "the platform received the PBX's event of the caller"));
        all.add(step(
                "durable",
                "已落日志",
                "Durable",
                "来电进入队列的记录已写入磁盘的时刻",
                "the record by which the call entered the queue was on disk"));
        all.add(step(
                "originate", "已下令呼叫坐席", "Originate", "平台发出呼叫坐席命令的时刻", "the platform sent the order to ring the agent"));
        all.add(step(
                "agent-invite",
                "坐席 INVITE",
                "Agent's INVITE",
                "交换机建立坐席通道的时刻",
                "the PBX began the agent's channel (its own time stamp)"));
        all.add(step(
                "ringing", "坐席振铃", "Ringing", "坐席话机振铃的时刻(交换机时间戳)", "the agent's device rang (the PBX's time stamp)"));
        all.add(step("answered", "坐席接听", "Answered", "坐席接听的时刻(交换机时间戳)", "the agent answered (the PBX's time stamp)"));
        all.add(step(
                "shown",
                "弹屏已显示",
                "Pop on screen",
                "坐席桌面报告首次绘出来电的时刻",
                "the agent's desk reported its first paint of the ringing call"));
    }

    private static MeasureDefinition calls(String id, String field, Words name, Words formula) {
        String series = "kezheng_calls_" + id.replace('-', '_') + "_total";
        return new MeasureDefinition(id, Of.QUEUE, field, name, formula, "calls", CALLS, series);
    }

    private static MeasureDefinition seconds(String id, String field, Words name, Words formula, String series) {
        return new MeasureDefinition(id, Of.QUEUE, field, name, formula, "seconds", CALLS, series);
    }

    private static MeasureDefinition agent(String id, String field, Words name, Words formula, Words source) {
        String unit = field.endsWith("Seconds") ? "seconds" : "calls";
        return new MeasureDefinition(id, Of.AGENT, field, name, formula, unit, source, null);
    }

    private static MeasureDefinition step(String step, String zh, String en, String whenZh, String whenEn) {
        return new MeasureDefinition(
                "waterfall-" + step,
                Of.CALL,
                step,
                new Words(zh, en),
                new Words(whenZh, whenEn),
                "seconds",
                TIMING,
                null);
    }
}
