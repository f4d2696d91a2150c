package org.kezheng.telephony;

import java.net.URI;
import java.time.Duration;

/// Where the PBX takes its configuration (ARI over HTTP) and how to sign in there.
///
/// @param url          scheme, host and port, without a path; plain `http` only on the machine itself
/// @param answerWithin how long one request may take
public record ConfigurationAccess(URI url, String user, SecretText secret, Duration answerWithin) {

    /// Refuses addresses that would carry the password over a network in the clear.
    public ConfigurationAccess {
        String host = url.getHost();
        boolean isLocal = "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
        if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && isLocal)) {
            throw new IllegalArgumentException(
                    "the PBX's configuration is reached by http on this machine or by https");
        }
        if (url.getRawPath() != null && !url.getRawPath().isEmpty() && !"/".equals(url.getRawPath())) {
            throw new IllegalArgumentException("the address of the PBX's configuration has a path");
        }
        Tokens.name(user, "user of the PBX");
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException("answerWithin is not positive");
        }
    }
}
