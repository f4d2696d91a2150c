package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.util.LogFactory;
import org.asteriskjava.util.internal.NullLog;
import org.junit.jupiter.api.Test;

final class PersonalDataTest {

    @Test
    void theLibraryThatQuotesWholeEventsHasNoLogToQuoteThemIn() {
        LibraryLogs.silence();
        assertThat(LogFactory.getLog(ManagerConnectionImpl.class)).isInstanceOf(NullLog.class);
    }

    @Test
    void whatCarriesANumberPrintsWithoutIt() {
        PhoneNumber number = new PhoneNumber(Recorded.NUMBER);
        assertThat(new PbxEvent.CallerEntered("1.1", "c", number, "4001", Instant.EPOCH))
                .asString()
                .contains("[REDACTED]")
                .doesNotContain(Recorded.NUMBER);
        assertThat(new LiveCaller("1.1", "c", number, "4001", Instant.EPOCH, null))
                .asString()
                .doesNotContain(Recorded.NUMBER);
        KezhengCallEvent event = new KezhengCallEvent(this);
        event.setCalling(Recorded.NUMBER);
        assertThat(event).asString().doesNotContain(Recorded.NUMBER);
        KezhengStepEvent step = new KezhengStepEvent(this);
        step.setKeys("246813");
        assertThat(step).asString().doesNotContain("246813");
        assertThat(new PbxEvent.StepDone("1.1", "a", "246813", Instant.EPOCH))
                .asString()
                .doesNotContain("246813");
        assertThat(new PbxEvent.KeyPressed("1.1", '7', Instant.EPOCH))
                .asString()
                .doesNotContain("7");
        assertThat(new SecretText("s3cret")).asString().isEqualTo("[REDACTED]");
    }

    @Test
    void aRefusedNumberIsNotRepeatedInTheRefusal() {
        assertThatThrownBy(() -> new PhoneNumber(Recorded.NUMBER + "\r\nAction: Command"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(Recorded.NUMBER);
        assertThat(new PhoneNumber("").isAnonymous()).isTrue();
    }

    @Test
    void noWordOfAnOrderCanBeginAnotherLineOrAnExpression() {
        ContactTag tag = new ContactTag("1", "support", "1.2.3.4");
        AgentDevice phone = new AgentDevice.SipPhone("127.0.0.1", 5060);
        Duration time = Duration.ofSeconds(5);
        for (String bad : new String[] {"", "a\r\nAction: x", "${SHELL(x)}", "a,b", "a b", "<1>", "a\"", "/^.*/"}) {
            assertRefused(() -> new ContactTag(bad, "support", "1.2.3.4"));
            assertRefused(() -> new ContactTag("1", bad, "1.2.3.4"));
            assertRefused(() -> new ContactTag("1", "support", bad));
            assertRefused(() -> new PbxRequest.CallItself("kz-probe-1", bad, time));
            assertRefused(() -> new PbxRequest.CallItself(bad, "4990", time));
            assertRefused(() -> new AgentDevice.Softphone(bad));
            assertRefused(() -> new AgentDevice.SipPhone(bad, 5060));
            assertRefused(() -> new PbxRequest.EndCaller(bad));
            assertRefused(() -> new PbxRequest.EndLeg(bad));
            assertRefused(() -> new PbxRequest.EndLeg("kz-offer-" + bad + "\n"));
            assertRefused(() -> new PbxRequest.RingAgent("kz-offer-1", phone, bad, tag, time));
        }
        for (String bad : new String[] {"/a,b", "/a&b", "/a|b", "/${SHELL(x)}", "/a\r\nAction: x", "a", ""}) {
            assertRefused(() -> LineTask.Ask.saying(List.of(bad)));
        }
        assertRefused(() -> new LineStep("a|b", "", false));
        assertRefused(() -> new LineStep("1", "a|b", false));
        assertRefused(() -> new LineTask.Ask(List.of(), 1, 5_000, '5'));
        assertRefused(() -> new AgentDevice.SipPhone("127.0.0.1", 0));
        assertRefused(() -> new PbxRequest.RingAgent("kz-offer-1", phone, "c", tag, Duration.ZERO));
        assertRefused(() -> new PbxRequest.RingAgent("someone-else", phone, "c", tag, time));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable callable) {
        assertThatThrownBy(callable).isInstanceOf(IllegalArgumentException.class);
    }
}
