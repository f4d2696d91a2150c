package org.kezheng.testkit.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kezheng.testkit.await.Await;

/// An agent's ordinary SIP phone: `address()` is what `PUT /api/agent/device` takes.
public final class AgentPhone implements AutoCloseable {

    private static final Duration PROMPT = Duration.ofSeconds(15);
    private static final int MAX_CALLS = 200;

    private final Sipp sipp;
    private final RtpPeer sound;

    private AgentPhone(Sipp sipp, RtpPeer sound) {
        this.sipp = sipp;
        this.sound = sound;
    }

    /// Answers each call after it rang for that long.
    public static AgentPhone answeringAfter(Duration ringing) {
        RtpPeer sound = RtpPeer.open();
        return open(Scenario.answering(ringing, sound.port()), sound);
    }

    /// Answers each call at once and hangs up after that long.
    public static AgentPhone answeringFor(Duration talk) {
        RtpPeer sound = RtpPeer.open();
        return open(Scenario.answeringFor(talk, sound.port()), sound);
    }

    /// How many calls went by its scenario to their end, by SIPp's own count of about a second ago.
    public int completedCalls() {
        return sipp.counts().successful();
    }

    /// Rings and rings.
    public static AgentPhone neverAnswering() {
        return open(Scenario.neverAnswering(), RtpPeer.open());
    }

    /// Declines each call.
    public static AgentPhone declining() {
        return open(Scenario.declining(), RtpPeer.open());
    }

    /// Sends each call on to that address by `302 Moved Temporarily`, as a phone does whose user has diverted it.
    public static AgentPhone divertingTo(String uri) {
        return open(Scenario.diverting(uri), RtpPeer.open());
    }

    /// Answers each call at once and, told to, asks the PBX by REFER to send the far end to that address.
    public static AgentPhone referringTo(String uri) {
        RtpPeer sound = RtpPeer.open();
        return open(Scenario.referring(uri, sound.port()), sound);
    }

    /// A carrier at that port, which takes each call and answers it.
    public static AgentPhone carrierAt(String address) {
        return carrierAt(address, Duration.ofMillis(300));
    }

    /// A carrier at that port whose called parties answer after their phone rang for that long.
    public static AgentPhone carrierAt(String address, Duration ringing) {
        RtpPeer sound = RtpPeer.open();
        Scenario scenario = Scenario.answering(ringing, sound.port());
        return new AgentPhone(Sipp.answering(scenario, port(address), MAX_CALLS), sound);
    }

    /// A carrier at that port that has no line free: it refuses each call with `503 Service Unavailable`.
    public static AgentPhone fullCarrierAt(String address) {
        return refusingCarrierAt(address, "503 Service Unavailable");
    }

    /// A carrier at that port that refuses each call with that status, such as `486 Busy Here`.
    public static AgentPhone refusingCarrierAt(String address, String status) {
        return new AgentPhone(Sipp.answering(Scenario.refusing(status), port(address), MAX_CALLS), RtpPeer.open());
    }

    /// A carrier at that port whose called parties never answer.
    public static AgentPhone ringingCarrierAt(String address) {
        return new AgentPhone(Sipp.answering(Scenario.neverAnswering(), port(address), MAX_CALLS), RtpPeer.open());
    }

    /// A carrier at that port whose called parties decline.
    public static AgentPhone decliningCarrierAt(String address) {
        return new AgentPhone(Sipp.answering(Scenario.declining(), port(address), MAX_CALLS), RtpPeer.open());
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /// Everything that the PBX has sent to this phone.
    public List<SipMessage> received() {
        return sipp.messages(message -> !message.isSent());
    }

    /// An address at which nothing listens.
    public static String nowhere() {
        return "127.0.0.1:" + Sipp.freePort();
    }

    private static AgentPhone open(Scenario scenario, RtpPeer sound) {
        return new AgentPhone(Sipp.answering(scenario, Sipp.freePort(), MAX_CALLS), sound);
    }

    /// Where it is reached.
    public String address() {
        return "127.0.0.1:" + sipp.port();
    }

    /// What the agent says and hears.
    public RtpPeer sound() {
        return sound;
    }

    /// The calls that came so far, oldest first.
    public List<SipMessage> invitations() {
        return List.copyOf(sipp.messages(m -> !m.isSent() && m.isRequest("INVITE") && isFirst(m)).stream()
                .collect(Collectors.toMap(
                        AgentPhone::callId, Function.identity(), (first, repeated) -> first, LinkedHashMap::new))
                .values());
    }

    /// Waits for the count-th call of this phone's life.
    public SipMessage awaitInvitation(int count, Duration within) {
        return Await.until(
                        "the phone is called " + count + " times",
                        within,
                        this::invitations,
                        calls -> calls.size() >= count)
                .get(count - 1);
    }

    /// Waits for the count-th call that this phone answered, and gives the time of its 200.
    public Instant awaitAnswered(int count, Duration within) {
        return sipp.awaitMessage(
                        "the phone answers for the time no. " + count,
                        count,
                        within,
                        m -> m.isSent() && m.isResponse(200, "INVITE"))
                .at();
    }

    /// When the first CANCEL came that withdrew a call.
    public Instant awaitCancelled(Duration within) {
        return sipp.awaitMessage("the call is withdrawn", 1, within, m -> !m.isSent() && m.isRequest("CANCEL"))
                .at();
    }

    /// Hangs up the call that it is in, and gives the time at which its BYE left.
    public Instant hangUp() {
        int before = sipp.messages(m -> m.isSent() && m.isRequest("BYE")).size();
        sipp.press(callId(invitations().getLast()));
        return sipp.awaitMessage("the phone's BYE leaves", before + 1, PROMPT, m -> m.isSent() && m.isRequest("BYE"))
                .at();
    }

    /// Has [#referringTo] ask, once, in the call that it is in, and gives the status of the PBX's answer.
    public int refer() {
        sipp.press(callId(invitations().getLast()));
        SipMessage answer = sipp.awaitMessage(
                "the REFER is answered",
                1,
                PROMPT,
                m -> !m.isSent()
                        && m.text().startsWith("SIP/2.0 ")
                        && m.header("CSeq").filter("4710 REFER"::equals).isPresent());
        return Integer.parseInt(answer.text().substring(8, 11));
    }

    /// Whether the PBX has told this phone that text, in whatever message.
    public boolean wasTold(String text) {
        return sipp.messages().stream().anyMatch(m -> !m.isSent() && m.text().contains(text));
    }

    /// What went wrong on this phone as SIP goes, empty when nothing.
    public String complaints() {
        return sipp.complaints();
    }

    private static String callId(SipMessage message) {
        return message.header("Call-ID").orElseThrow();
    }

    private static boolean isFirst(SipMessage invite) {
        return invite.header("To").filter(to -> !to.contains("tag=")).isPresent();
    }

    @Override
    public void close() {
        sipp.close();
        sound.close();
    }
}
