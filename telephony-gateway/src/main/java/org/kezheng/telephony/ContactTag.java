package org.kezheng.telephony;

import org.jspecify.annotations.Nullable;

/// What the agent's phone is told about the call: the contact's id as the calling party, the queue's code as its
/// name. Never the customer's number: SIP headers reach logs and displays that nobody masks.
///
/// @param contact the contact's id in digits; also the channel variable `KZ_CONTACT` of the agent's leg
/// @param queue   the queue's code
/// @param recording the name of the recording's files, also the channel variable `KZ_RECORDING` of the agent's leg;
///     `null`: the customer was asked and does not want one
public record ContactTag(
        String contact, String queue, @Nullable String recording) {

    /// Refuses what could end a header or be expanded by the dialplan.
    public ContactTag {
        Tokens.name(contact, "contact");
        Tokens.name(queue, "queue");
        if (recording != null) {
            Tokens.name(recording, "name of a recording");
        }
    }
}
