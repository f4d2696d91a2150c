package org.kezheng.platform.session;

import java.util.List;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.access.SignedIn;

/// Who is signed in, for the console.
record Me(String user, String displayName, String role, String client, List<String> policies) {
    static Me of(SignedIn who, Directory directory) {
        return new Me(
                who.user(),
                who.displayName(),
                who.role().code(),
                directory.clientCode(who.client().value()),
                who.role().policyCodes().stream().sorted().toList());
    }
}
