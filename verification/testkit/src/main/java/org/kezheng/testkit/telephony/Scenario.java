package org.kezheng.testkit.telephony;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SIPp scenarios, written out as XML. A scenario waits for what the far end does and, while a call is up, for the
/// test's word: a `MESSAGE` within the call, which [Sipp#press] sends, means "hang up now".
///
/// From and To are copied from the message in which they came. SIPp's own `[last_From]` would repeat those of the
/// latest message, and that may be the test's.
record Scenario(String xml) {

    private static final String SDP = """
            v=0
            o=phone 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio MEDIA_PORT RTP/AVP 0 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=sendrecv
            """;

    private static final String VIA = "Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]\n";
    private static final String COPIED = "[last_Via:]\n[last_From:]\n";
    private static final String LOCAL_TAG = ";tag=[pid]kz[call_number]";

    /// Calls a number, stays until either side hangs up.
    static Scenario caller(String number, String dialled, int mediaPort) {
        return calling(number, dialled, mediaPort, talking(mediaPort) + "<label id=\"hangup\"/>");
    }

    /// Calls a number from a number of its own each time, and hangs up after that long.
    static Scenario givingUp(String dialled, Duration stays, int mediaPort) {
        return calling("138000[call_number]", dialled, mediaPort, "<pause milliseconds=\"" + stays.toMillis() + "\"/>");
    }

    /// Calls a number from a number of its own each time, and stays until the far end hangs up.
    static Scenario patient(String dialled, int mediaPort) {
        return scenario(invitation("139000[call_number]", dialled, mediaPort)
                + "<recv request=\"BYE\"/>"
                + send(
                        empty("SIP/2.0 200 OK\n" + COPIED + "[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\n"
                                + contactOfPhone()),
                        ""));
    }

    /// Answers at once and hangs up after that long.
    static Scenario answeringFor(Duration talk, int mediaPort) {
        return scenario(ringing("timeout=\"1\" ontimeout=\"answer\"")
                + "<label id=\"answer\"/>"
                + send(withSdp(accepted("[last_Via:]"), mediaPort), "retrans=\"500\"")
                + "<recv request=\"ACK\" timeout=\"5000\"/>"
                + "<pause milliseconds=\"" + talk.toMillis() + "\"/>"
                + ownGoodbye()
                + "<label id=\"end\"/>");
    }

    private static Scenario calling(String number, String dialled, int mediaPort, String inCall) {
        String uri = "sip:" + dialled + "@[remote_ip]:[remote_port]";
        return scenario(invitation(number, dialled, mediaPort)
                + inCall
                + send(
                        empty("BYE " + uri + " SIP/2.0\n" + inside(number) + "CSeq: 2 BYE\n" + contactOf(number)),
                        "retrans=\"500\"")
                + "<recv response=\"200\" timeout=\"5000\"/><label id=\"end\"/>");
    }

    /// From the INVITE to the ACK of its answer.
    private static String invitation(String number, String dialled, int mediaPort) {
        String uri = "sip:" + dialled + "@[remote_ip]:[remote_port]";
        String invite = "INVITE " + uri + " SIP/2.0\n" + VIA + from(number) + "To: <" + uri + ">\n"
                + "Call-ID: [call_id]\nCSeq: 1 INVITE\n" + contactOf(number);
        return send(withSdp(invite, mediaPort), "retrans=\"500\"")
                + "<recv response=\"100\" optional=\"true\"/><recv response=\"180\" optional=\"true\"/>"
                + "<recv response=\"183\" optional=\"true\"/>"
                + "<recv response=\"200\" rrs=\"true\" timeout=\"15000\"><action>" + copy("To:", "theirs")
                + "</action></recv>"
                + send(empty("ACK " + uri + " SIP/2.0\n" + inside(number) + "CSeq: 1 ACK\n" + contactOf(number)), "");
    }

    private static String from(String number) {
        return "From: <sip:" + number + "@127.0.0.1:[local_port]>" + LOCAL_TAG + "\n";
    }

    private static String inside(String number) {
        return VIA + from(number) + "To:[$theirs]\nCall-ID: [call_id]\n";
    }

    private static String contactOf(String number) {
        return "Contact: <sip:" + number + "@[local_ip]:[local_port]>\nMax-Forwards: 70\n";
    }

    /// Rings for the time, answers, and stays until either side hangs up. Stops ringing when the call is
    /// cancelled.
    static Scenario answering(Duration ringing, int mediaPort) {
        return scenario(ringing("timeout=\"" + Math.max(1, ringing.toMillis()) + "\" ontimeout=\"answer\"")
                + "<label id=\"answer\"/>"
                + send(withSdp(accepted("[last_Via:]"), mediaPort), "retrans=\"500\"")
                + "<recv request=\"ACK\" timeout=\"5000\"/>"
                + talking(mediaPort)
                + "<label id=\"hangup\"/>"
                + ownGoodbye()
                + "<label id=\"end\"/>");
    }

    /// As [#answering], but at the test's first word it asks by REFER that the far end be sent to that address, and
    /// hangs up at the second one.
    static Scenario referring(String target, int mediaPort) {
        String refer = "REFER [next_url] SIP/2.0\n" + VIA + "From:[$mine]" + LOCAL_TAG
                + "\nTo:[$theirs]\nCall-ID: [call_id]\nCSeq: 4710 REFER\n" + contactOfPhone() + "Refer-To: <" + target
                + ">\nMax-Forwards: 70\n";
        String answers = Stream.of(202, 401, 403, 405, 501)
                .map(status -> "<recv response=\"" + status + "\" optional=\"true\" next=\"answered\"/>")
                .collect(Collectors.joining());
        return scenario(ringing("timeout=\"1\" ontimeout=\"answer\"")
                + "<label id=\"answer\"/>"
                + send(withSdp(accepted("[last_Via:]"), mediaPort), "retrans=\"500\"")
                + "<recv request=\"ACK\" timeout=\"5000\"/>"
                + talking(mediaPort, "refer")
                + "<label id=\"refer\"/>"
                + send(empty(refer), "retrans=\"500\"")
                + answers
                + "<recv response=\"603\"/><label id=\"answered\"/>"
                + talking(mediaPort)
                + "<label id=\"hangup\"/>"
                + ownGoodbye()
                + "<label id=\"end\"/>");
    }

    private static String ownGoodbye() {
        return send(
                        empty("BYE [next_url] SIP/2.0\n" + VIA + "From:[$mine]" + LOCAL_TAG + "\nTo:[$theirs]\n"
                                + "Call-ID: [call_id]\nCSeq: 4711 BYE\nMax-Forwards: 70\n"),
                        "retrans=\"500\"")
                + "<recv response=\"200\" timeout=\"5000\"/>";
    }

    /// Rings until the call is cancelled.
    static Scenario neverAnswering() {
        return scenario(ringing("") + "<label id=\"end\"/>");
    }

    /// Refuses at once with `603 Decline`.
    static Scenario declining() {
        return refusing("603 Decline");
    }

    /// Refuses at once with that status.
    static Scenario refusing(String status) {
        return refusing(status, "");
    }

    /// Sends each call on at once to that address, by `302 Moved Temporarily`.
    static Scenario diverting(String target) {
        return refusing("302 Moved Temporarily", "Contact: <" + target + ">\n");
    }

    private static Scenario refusing(String status, String more) {
        return scenario(invited()
                + send(
                        empty("SIP/2.0 " + status + "\n" + COPIED + "[last_To:]" + LOCAL_TAG
                                + "\n[last_Call-ID:]\n[last_CSeq:]\n" + more),
                        "")
                + "<recv request=\"ACK\" timeout=\"5000\"/>");
    }

    /// Registers a softphone's line, with the credentials when asked for them.
    static Scenario registering(String user, String password) {
        String register = "REGISTER sip:[remote_ip]:[remote_port] SIP/2.0\n" + VIA
                + "From: <sip:" + user + "@kezheng>" + LOCAL_TAG + "\nTo: <sip:" + user + "@kezheng>\n"
                + "Call-ID: [call_id]\nCSeq: [cseq] REGISTER\nContact: <sip:" + user
                + "@[local_ip]:[local_port]>\nExpires: 60\nMax-Forwards: 70\n";
        String refused = "<recv response=\"403\" optional=\"true\" next=\"end\"/>"
                + "<recv response=\"404\" optional=\"true\" next=\"end\"/>";
        return scenario(send(empty(register), "retrans=\"500\"")
                + refused
                + "<recv response=\"401\" auth=\"true\"/>"
                + send(
                        empty(register + "[authentication username=" + user + " password=" + password + "]\n"),
                        "retrans=\"500\"")
                + refused
                + "<recv response=\"401\" optional=\"true\" next=\"end\"/>"
                + "<recv response=\"200\"/><label id=\"end\"/>");
    }

    private static String invited() {
        return "<recv request=\"INVITE\" rrs=\"true\"><action>" + copy("From:", "theirs") + copy("To:", "mine")
                + copy("CSeq:", "cseq") + copy("Via:", "via") + "</action></recv>";
    }

    /// Invited and ringing; a cancel is answered and ends the scenario.
    private static String ringing(String untilOtherwise) {
        return invited()
                + send(
                        empty("SIP/2.0 180 Ringing\n" + COPIED + "[last_To:]" + LOCAL_TAG
                                + "\n[last_Call-ID:]\n[last_CSeq:]\n" + contactOfPhone()),
                        "")
                + "<recv request=\"CANCEL\" " + untilOtherwise + "/>"
                + send(
                        empty("SIP/2.0 200 OK\n" + COPIED + "[last_To:]" + LOCAL_TAG
                                + "\n[last_Call-ID:]\n[last_CSeq:]\n"),
                        "")
                + send(
                        empty("SIP/2.0 487 Request Terminated\nVia:[$via]\nFrom:[$theirs]\nTo:[$mine]" + LOCAL_TAG
                                + "\nCall-ID: [call_id]\nCSeq:[$cseq]\n"),
                        "retrans=\"500\"")
                + "<recv request=\"ACK\" timeout=\"5000\" next=\"end\"/>";
    }

    private static String accepted(String via) {
        String viaLine = via.startsWith("[") ? "Via:[$via]\n" : via;
        return "SIP/2.0 200 OK\n" + viaLine + "From:[$theirs]\nTo:[$mine]" + LOCAL_TAG
                + "\nCall-ID: [call_id]\nCSeq:[$cseq]\n" + contactOfPhone();
    }

    /// In a call: the far end may change it by a new offer, end it, or the test may say so.
    private static String talking(int mediaPort) {
        return talking(mediaPort, "hangup");
    }

    private static String talking(int mediaPort, String word) {
        String answer = "SIP/2.0 200 OK\n" + COPIED + "[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\n" + contactOfPhone();
        return "<label id=\"talking-" + word + "\"/>"
                + "<recv request=\"MESSAGE\" optional=\"true\" next=\"" + word + "\"/>"
                + "<recv request=\"INVITE\" optional=\"true\" next=\"offered-" + word + "\"/>"
                + "<recv request=\"BYE\"/>"
                + send(empty(answer), "next=\"end\"")
                + "<label id=\"offered-" + word + "\"/>"
                + send(withSdp(answer, mediaPort), "retrans=\"500\"")
                + "<recv request=\"ACK\" timeout=\"5000\" next=\"talking-" + word + "\"/>";
    }

    private static String contactOfPhone() {
        return "Contact: <sip:phone@[local_ip]:[local_port]>\n";
    }

    private static String copy(String header, String variable) {
        return "<ereg regexp=\".*\" search_in=\"hdr\" header=\"" + header + "\" assign_to=\"" + variable + "\"/>";
    }

    private static String empty(String head) {
        return head + "Content-Length: 0\n\n";
    }

    private static String withSdp(String head, int mediaPort) {
        return head + "Content-Type: application/sdp\nContent-Length: [len]\n\n"
                + SDP.replace("MEDIA_PORT", Integer.toString(mediaPort));
    }

    private static String send(String message, String attributes) {
        return "<send " + attributes + "><![CDATA[\n" + message + "\n]]></send>\n";
    }

    private static Scenario scenario(String steps) {
        String unread = steps.contains("assign_to=\"via\"") && !steps.contains("[$via]") ? ",via,cseq" : "";
        String names = steps.contains("assign_to=\"mine\"") && !steps.contains("[$mine]") ? "theirs,mine" + unread : "";
        String reference = names.isEmpty() ? "" : "<Reference variables=\"" + names + "\"/>";
        return new Scenario("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"kezheng\">\n" + steps
                + reference + "\n</scenario>\n");
    }
}
