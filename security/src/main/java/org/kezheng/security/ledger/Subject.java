package org.kezheng.security.ledger;

import org.kezheng.security.tenancy.ClientId;

/// What it was done to.
///
/// @param kind such as `call` or `customer`: small letters and hyphens
/// @param id the number or code of the subject, never a name or a telephone number
/// @param client whose data it is; 0 for what belongs to the operator
public record Subject(String kind, String id, int client) {
    public Subject {
        Words.requireCode("kind", kind);
        Words.requireText("id", id);
        if (id.isEmpty() || client < 0) {
            throw new IllegalArgumentException("A subject has an id, and a client of 0 or more");
        }
    }

    /// A subject of a client.
    public static Subject of(String kind, long id, ClientId client) {
        return new Subject(kind, Long.toString(id), client.value());
    }

    /// A subject that belongs to the operator and to no client.
    public static Subject ofOperator(String kind, String id) {
        return new Subject(kind, id, 0);
    }
}
