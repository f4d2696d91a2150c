package org.kezheng.telephony;

/// The SIP line of one agent's softphone, issued at sign-in and gone with it.
///
/// @param endpoint names endpoint, authentication and address of record alike and is the SIP user; begins with `kz-`
/// @param password the SIP password
public record SoftphoneLine(String endpoint, SecretText password) {

    static final String PREFIX = "kz-";

    /// Refuses names that a listing of our lines would not find again.
    public SoftphoneLine {
        requireEndpoint(endpoint);
    }

    static void requireEndpoint(String endpoint) {
        Tokens.name(endpoint, "endpoint");
        if (!endpoint.startsWith(PREFIX)) {
            throw new IllegalArgumentException("the endpoint of a softphone line begins with " + PREFIX);
        }
    }
}
