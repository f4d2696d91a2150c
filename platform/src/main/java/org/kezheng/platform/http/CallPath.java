package org.kezheng.platform.http;

import org.kezheng.acd.engine.ContactId;

/// The call that an address names.
public final class CallPath {
    private CallPath() {}

    /// The call of that id.
    ///
    /// @throws Problem `call.unknown` where that is no id of any call
    public static ContactId call(String id) {
        try {
            return new ContactId(Long.parseLong(id));
        } catch (IllegalArgumentException wrong) {
            throw Problem.notFound("call.unknown");
        }
    }
}
