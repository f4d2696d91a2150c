package org.kezheng.platform.claims;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.evidence.claims.Probe;
import org.kezheng.evidence.claims.ProbeFinding;
import org.kezheng.platform.selftest.SelfTestCalls;
import org.kezheng.platform.selftest.SelfTestResult;
import org.kezheng.platform.selftest.SelfTestResult.StepCode;

/// Makes a call of the platform to itself and tells each of its steps.
final class CallChainProbe implements Probe {
    static final String ID = "call-chain";
    private static final Map<StepCode, Words> WORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(StepCode.ALONE, new Words("没有其他自检呼叫在进行", "No other self-test call is under way")),
            Map.entry(StepCode.AGENT_READY, new Words("自检坐席已就绪", "The self-test's agent is ready")),
            Map.entry(StepCode.CALL_ORDERED, new Words("PBX 接受了呼叫指令", "The PBX took the order to call")),
            Map.entry(StepCode.QUEUED, new Words("来电进入自检队列", "The caller reached the self-test's queue")),
            Map.entry(
                    StepCode.OFFERED, new Words("ACD 把来电分配给自检坐席", "The ACD offered the call to the self-test's agent")),
            Map.entry(StepCode.RANG, new Words("坐席话机振铃", "The agent's phone rang")),
            Map.entry(StepCode.ANSWERED, new Words("坐席应答，双方接通", "The agent answered and both were joined")),
            Map.entry(StepCode.ENDED, new Words("挂机后通话结束", "The call ended when the caller hung up")),
            Map.entry(StepCode.RECORDED, new Words("录音已加密入库", "The recording is stored, encrypted")),
            Map.entry(
                    StepCode.CUSTOMER_TONE,
                    new Words("录音左声道为来电方的音调", "The recording's left channel has the caller's tone")),
            Map.entry(
                    StepCode.AGENT_TONE,
                    new Words("录音右声道为坐席的音调", "The recording's right channel has the agent's tone")),
            Map.entry(StepCode.CLEANED, new Words("自检后没有遗留通话或签入", "Nothing of the self-test is left behind"))));

    private final SelfTestCalls calls;

    CallChainProbe(SelfTestCalls calls) {
        this.calls = calls;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ProbeFinding run() throws InterruptedException {
        SelfTestResult result = calls.run();
        if (!result.steps().getFirst().holds()) {
            return ProbeFinding.failed(new Words("另一自检呼叫正在进行", "Another self-test call is under way"), "busy");
        }
        List<Check> checks = new ArrayList<>();
        result.steps().forEach(step -> checks.add(check(step)));
        return ProbeFinding.of(checks);
    }

    private static Check check(SelfTestResult.Step step) {
        String observed = step.at() == null ? "not reached" : step.at().toString();
        return Check.judged(
                "chain." + step.code().code(),
                WORDS.getOrDefault(
                        step.code(), new Words(step.code().code(), step.code().code())),
                new Check.Verdict(step.holds(), "reached", observed));
    }
}
