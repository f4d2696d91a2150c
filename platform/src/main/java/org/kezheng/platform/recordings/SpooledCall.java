package org.kezheng.platform.recordings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kezheng.security.tenancy.ClientId;

/// What the PBX writes of one call: two directions of µ-law in memory, and an empty file once no more will
/// come. All that is needed to store it stands in its name, `offer.contact.client.agent`; of a message, which
/// has no offer, `contact.contact.client.queue`.
record SpooledCall(Path spool, String text, Recording.Name name) {
    private static final Pattern NAME =
            Pattern.compile("([1-9]\\d{0,17})\\.([1-9]\\d{0,17})\\.([1-9]\\d{0,8})\\.([1-9]\\d{0,8})");
    private static final String AGENT = ".agent.ulaw";
    private static final String CUSTOMER = ".customer.ulaw";
    private static final String END = ".end";

    /// The call that a file of the spool belongs to; empty for a stranger's file.
    static Optional<SpooledCall> of(Path file) {
        Path spool = file.getParent();
        String text = withoutSuffix(file.getFileName().toString());
        Matcher parts = NAME.matcher(text);
        if (spool == null || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new SpooledCall(spool, text, name(parts)));
    }

    private static Recording.Name name(MatchResult parts) {
        long offer = Long.parseLong(parts.group(1));
        long contact = Long.parseLong(parts.group(2));
        ClientId client = new ClientId(Integer.parseInt(parts.group(3)));
        int last = Integer.parseInt(parts.group(4));
        return offer == contact
                ? Recording.Name.ofMessage(contact, client, last)
                : new Recording.Name(offer, contact, client, last);
    }

    private static String withoutSuffix(String file) {
        for (String suffix : new String[] {AGENT, CUSTOMER, END}) {
            if (file.endsWith(suffix)) {
                return file.substring(0, file.length() - suffix.length());
            }
        }
        return "";
    }

    Path agent() {
        return spool.resolve(text + AGENT);
    }

    Path customer() {
        return spool.resolve(text + CUSTOMER);
    }

    /// Is there once the PBX writes no more.
    Path end() {
        return spool.resolve(text + END);
    }
}
