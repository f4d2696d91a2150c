package org.kezheng.telephony;

/// Where an agent's leg rings.
public sealed interface AgentDevice {

    /// The softphone in the agent's browser, by the endpoint that [SoftphoneLines] issued for it.
    record Softphone(String endpoint) implements AgentDevice {
        /// Refuses names that are no endpoint's.
        public Softphone {
            Tokens.name(endpoint, "endpoint");
        }
    }

    /// An ordinary SIP phone, called at `sip:agent@host:port` over UDP without registration.
    record SipPhone(String host, int port) implements AgentDevice {
        /// Refuses what is no address.
        public SipPhone {
            Tokens.host(host, "host of a SIP phone");
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("not a valid port of a SIP phone");
            }
        }
    }
}
