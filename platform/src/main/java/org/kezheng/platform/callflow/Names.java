package org.kezheng.platform.callflow;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;

/// How the engine's names and the PBX's names translate into each other.
///
/// A contact's id is made of its channel's unique id, `[system-]seconds.counter`: 33 bits of seconds, then 20 bits
/// of counter; the 6 bits above are free for the PBX's number. A leg's id is made of its offer's.
final class Names {
    private static final Pattern UNIQUE_ID = Pattern.compile("(?:.*-)?(\\d{1,10})\\.(\\d{1,18})");
    private static final String LEG_PREFIX = "kz-offer-";
    private static final Pattern LEG = Pattern.compile(LEG_PREFIX + "([1-9]\\d{0,17})(?:-m[1-9])?");
    private static final Pattern MOBILE = Pattern.compile(LEG_PREFIX + "[1-9]\\d{0,17}-m[1-9]");
    private static final String OUTSIDE_PREFIX = "kz-out-";
    private static final Pattern OUTSIDE = Pattern.compile(OUTSIDE_PREFIX + "([1-9]\\d{0,17})-[1-9]");
    private static final Pattern PARTNER = Pattern.compile(OUTSIDE_PREFIX + "([1-9]\\d{0,17})-h(\\d{13})[1-9]");
    private static final String OWN_CALL_PREFIX = "PJSIP/kezheng-probe-";
    private static final int COUNTER_BITS = 20;
    private static final long LAST_SECOND = (1L << 33) - 1;

    private Names() {}

    static Optional<ContactId> contact(String uniqueId) {
        Matcher parts = UNIQUE_ID.matcher(uniqueId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(parts.group(1));
        long counter = Long.parseLong(parts.group(2)) & ((1L << COUNTER_BITS) - 1);
        long value = seconds << COUNTER_BITS | counter;
        return seconds > LAST_SECOND || value == 0 ? Optional.empty() : Optional.of(new ContactId(value));
    }

    /// The leg to the outside of a contact by a trunk, counted from 0; each trunk is tried once at most. No such
    /// name begins another, so that the PBX finds it by its beginning.
    static String outside(ContactId contact, int trunk) {
        return OUTSIDE_PREFIX + contact.value() + "-" + (trunk + 1);
    }

    /// The trunk, counted from 0, whose line a leg to the outside, an agent's mobile included, takes; -1: it is
    /// no such leg.
    static int trunkOf(String legId) {
        boolean isByTrunk = OUTSIDE.matcher(legId).matches()
                || PARTNER.matcher(legId).matches()
                || MOBILE.matcher(legId).matches();
        return isByTrunk ? legId.charAt(legId.length() - 1) - '1' : TrunkLines.NONE;
    }

    /// Whether the channel is of a call of the PBX to itself, which comes by no trunk.
    static boolean isOwnCall(String channel) {
        return channel.startsWith(OWN_CALL_PREFIX);
    }

    static Optional<ContactId> outsideContact(String legId) {
        Matcher leg = OUTSIDE.matcher(legId);
        return leg.matches() ? Optional.of(new ContactId(Long.parseLong(leg.group(1)))) : Optional.empty();
    }

    /// The leg to somebody to whom a caller is handed.
    ///
    /// @param handOver a number of up to 13 digits that no other hand-over of the contact has
    /// @param trunk counted from 0; each trunk is tried once at most
    static String partner(ContactId contact, long handOver, int trunk) {
        return String.format(Locale.ROOT, "%s%d-h%013d%d", OUTSIDE_PREFIX, contact.value(), handOver, trunk + 1);
    }

    static Optional<ContactId> partnersContact(String legId) {
        Matcher leg = PARTNER.matcher(legId);
        return leg.matches() ? Optional.of(new ContactId(Long.parseLong(leg.group(1)))) : Optional.empty();
    }

    /// By which the line of a customer is known who was handed to somebody outside.
    static String customersLine(ContactId contact) {
        return "kz-customer-" + contact.value();
    }

    static String leg(OfferId offer) {
        return LEG_PREFIX + offer.value();
    }

    /// The leg of an offer to the agent's mobile by a trunk, counted from 0; each trunk is tried once at most.
    static String mobile(OfferId offer, int trunk) {
        return leg(offer) + "-m" + (trunk + 1);
    }

    /// The name under which the PBX records the leg: all that is needed to store the recording while nothing else
    /// is known, `offer.contact.client.agent`.
    static String recording(Effect.Ring ring, ClientId client) {
        return recording(ring.offer(), ring.contact(), client, ring.agent());
    }

    static String recording(OfferId offer, ContactId contact, ClientId client, AgentId agent) {
        return offer.value() + "." + contact.value() + "." + client.value() + "." + agent.value();
    }

    /// The name under which a caller's message is recorded: a contact in the place of an offer says that it is
    /// one, and a queue stands in the place of the agent.
    static String message(ContactId contact, ClientId client, QueueId queue) {
        return contact.value() + "." + contact.value() + "." + client.value() + "." + queue.value();
    }

    /// The room of a contact's talk, until its parties have to leave it together.
    static String room(ContactId contact) {
        return Long.toString(contact.value());
    }

    /// The room for those who leave another one together.
    ///
    /// @param since what no other room of the contact was named by: an offer, or a time of the PBX
    static String room(ContactId contact, long since) {
        return room(contact) + "." + since;
    }

    static Optional<OfferId> offer(String legId) {
        Matcher number = LEG.matcher(legId);
        return number.matches() ? Optional.of(new OfferId(Long.parseLong(number.group(1)))) : Optional.empty();
    }
}
