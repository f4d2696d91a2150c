package org.kezheng.security.sealed;

import java.util.regex.Pattern;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.keys.FileSecrets;
import org.kezheng.security.tenancy.ClientId;

/// What a sealed file holds. It is authenticated with the file and not stored in it: under another name, or for another
/// client, the file does not open.
///
/// @param kind what it is, such as `recording`
/// @param id which one
public record SealedName(ClientId client, String kind, String id) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public SealedName {
        if (!PART.matcher(kind).matches() || !PART.matcher(id).matches()) {
            throw new IllegalArgumentException("Kind and id have letters, digits, dots, hyphens and underscores");
        }
    }

    FileSecrets.Name secretName() {
        return new FileSecrets.Name(client, kind, id);
    }

    FieldAddress keyAddress() {
        return new FieldAddress(client, kind, "file-key", id);
    }
}
