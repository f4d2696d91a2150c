package org.kezheng.platform.phones;

import org.kezheng.security.secret.SecretString;

/// What a browser's softphone registers with.
///
/// @param wssUrl where it connects
/// @param uri its SIP address
/// @param user the SIP user
public record Softphone(String wssUrl, String uri, String user, SecretString password) {}
