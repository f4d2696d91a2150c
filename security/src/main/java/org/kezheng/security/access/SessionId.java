package org.kezheng.security.access;

import java.util.UUID;

/// Names a sign-in session. Whoever knows it has nothing: the session's token is another thing.
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
