package org.kezheng.security.disclosure;

import java.util.List;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.secret.SecretString;

/// A clear showing of what is otherwise masked.
///
/// @param who the person to whom it is shown
/// @param subjectKind what was shown, such as `customer`
/// @param subject the number of what was shown
/// @param fields the fields shown, such as `name` and `number`
/// @param reason what the person gave as the reason
public record Disclosure(SignedIn who, String subjectKind, long subject, List<String> fields, SecretString reason) {
    public Disclosure {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || reason.isBlank()) {
            throw new IllegalArgumentException("A disclosure names fields and a reason");
        }
    }
}
