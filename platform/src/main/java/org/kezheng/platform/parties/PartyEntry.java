package org.kezheng.platform.parties;

import java.time.Instant;
import java.util.List;
import org.kezheng.platform.callers.CallerStep;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;

/// One entry of the confidential log. Entries are counted from 1 without gaps.
sealed interface PartyEntry {
    long position();

    ClientId client();

    long contact();

    Instant at();

    /// The number that called, as the trunk gave it.
    record CallingNumber(long position, ClientId client, long contact, Instant at, SecretString number)
            implements PartyEntry {}

    /// What happened to a caller in a flow.
    record Led(
            long position, ClientId client, long contact, Instant at, String flow, int version, List<CallerStep> steps)
            implements PartyEntry {
        public Led {
            steps = List.copyOf(steps);
        }
    }

    /// What an agent wrote about a contact.
    record Note(
            long position,
            ClientId client,
            long contact,
            Instant at,
            String agent,
            String disposition,
            SecretString text)
            implements PartyEntry {}
}
