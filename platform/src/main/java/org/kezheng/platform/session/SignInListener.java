package org.kezheng.platform.session;

import org.kezheng.security.access.SignedIn;

/// Is told of each sign-in before its answer leaves. The end of a session is told by
/// [org.kezheng.security.identity.Sessions#onEnd].
@FunctionalInterface
public interface SignInListener {
    void signedIn(SignedIn who);
}
