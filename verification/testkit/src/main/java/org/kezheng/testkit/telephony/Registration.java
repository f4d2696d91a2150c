package org.kezheng.testkit.telephony;

import java.time.Duration;

/// Tries whether the PBX takes a softphone's credentials.
public final class Registration {

    private static final Duration PROMPT = Duration.ofSeconds(15);

    private Registration() {}

    /// Registers and gives the last status of the PBX: 200 when it took the credentials.
    ///
    /// @param pbx `host:port` of the PBX's SIP
    public static int attempt(String pbx, String user, String password) {
        try (Sipp sipp = Sipp.calling(Scenario.registering(user, password), pbx)) {
            sipp.awaitDone(PROMPT);
            String last = sipp.messages(m -> !m.isSent()).getLast().text();
            return Integer.parseInt(last.substring("SIP/2.0 ".length(), "SIP/2.0 ".length() + 3));
        }
    }
}
