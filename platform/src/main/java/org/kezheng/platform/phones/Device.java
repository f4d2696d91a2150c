package org.kezheng.platform.phones;

import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SessionId;
import org.kezheng.telephony.AgentDevice;

/// What an agent chose to take calls on.
sealed interface Device {
    /// The softphone of a sign-in.
    record Browser(SessionId session) implements Device {}

    /// A SIP phone.
    record Sip(String host, int port) implements Device {}

    /// The agent's own mobile, which only answers. Its number is known to the gate's lists alone.
    record Mobile() implements Device {}

    default String kind() {
        return switch (this) {
            case Browser browser -> "browser";
            case Sip sip -> "sip";
            case Mobile mobile -> "mobile";
        };
    }

    /// The device as the PBX reaches it; `null` for a mobile, to which the gate has to let each call out.
    default @Nullable AgentDevice onPbx() {
        return switch (this) {
            case Browser(var session) -> new AgentDevice.Softphone(Lines.endpoint(session));
            case Sip(var host, var port) -> new AgentDevice.SipPhone(host, port);
            case Mobile mobile -> null;
        };
    }
}
