package org.kezheng.telephony;

/// Lines as Asterisk 22.10 sends them, with an invented number.
final class Recorded {

    static final String NUMBER = "13800138000";
    static final String CALLER = "1795468344.4";
    static final String CALLER_CHANNEL = "PJSIP/trunk-00000002";
    static final String LEG = "kz-offer-7";
    static final String LEG_CHANNEL = "PJSIP/agent-phone-00000003";

    private Recorded() {}

    static void callerEnters(FakeManager pbx, String uniqueId) {
        pbx.emit(
                "UserEvent",
                "Channel: " + CALLER_CHANNEL,
                "ChannelState: 6",
                "ChannelStateDesc: Up",
                "CallerIDNum: " + NUMBER,
                "CallerIDName: <unknown>",
                "Context: from-trunk",
                "Exten: 4001",
                "Priority: 3",
                "Uniqueid: " + uniqueId,
                "Linkedid: " + uniqueId,
                "UserEvent: KezhengCall",
                "Dialled: 4001",
                "Calling: " + NUMBER);
    }

    static void legEvent(FakeManager pbx, String event, int state, String... more) {
        StringBuilder lines = new StringBuilder("Channel: " + LEG_CHANNEL + "\r\nChannelState: " + state
                + "\r\nUniqueid: " + LEG + "\r\nLinkedid: " + CALLER + "\r\nConnectedLineNum: " + NUMBER);
        for (String line : more) {
            lines.append("\r\n").append(line);
        }
        pbx.emit(event, lines.toString());
    }

    static void callerGone(FakeManager pbx, String uniqueId) {
        pbx.emit(
                "Hangup",
                "Channel: " + CALLER_CHANNEL,
                "ChannelState: 6",
                "CallerIDNum: " + NUMBER,
                "Uniqueid: " + uniqueId,
                "Cause: 16",
                "Cause-txt: Normal Clearing");
    }

    static String liveCaller(String uniqueId, String bridge) {
        return "Channel: " + CALLER_CHANNEL + "\r\nChannelState: 6\r\nCallerIDNum: " + NUMBER + "\r\nUniqueid: "
                + uniqueId + "\r\nBridgeID: " + bridge
                + "\r\nVariable: KZ_DIALLED=4001\r\nVariable: KZ_CONTACT=(null)\r\n";
    }

    static String liveLeg(int state, String bridge) {
        return "Channel: " + LEG_CHANNEL + "\r\nChannelState: " + state + "\r\nConnectedLineNum: " + NUMBER
                + "\r\nUniqueid: " + LEG + "\r\nBridgeID: " + bridge + "\r\nVariable: KZ_DIALLED=(null)\r\n";
    }
}
