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

    /// A telephone outside, called by a trunk. It only answers, and a mailbox does so too: whoever picks up hears the
    /// prompt, and has answered by pressing 1. Whatever else comes, or nothing, ends the leg.
    ///
    /// @param ownNumber the calling number that is sent, of those that [AsteriskGateway#sendOnly] lets pass
    /// @param prompt    a file by its absolute path, without the ending that tells the format
    record Mobile(OutsideAddress to, PhoneNumber ownNumber, String prompt) implements AgentDevice {
        /// Refuses what could not be written into an order.
        public Mobile {
            LineTask.Ask.requireSound(prompt);
            if (!ownNumber.digits().matches("[0-9]{3,20}")) {
                throw new IllegalArgumentException("not a valid own number");
            }
        }
    }
}
