package org.kezheng.security.ledger;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.kezheng.security.tenancy.ClientId;

/// What it was done to.
///
/// @param kind such as `call` or `customer`: small letters and hyphens
/// @param id the number or code of the subject, never a name or a telephone number
/// @param client whose data it is; 0 for what belongs to the operator
public record Subject(String kind, String id, int client) {
    private static final NavigableSet<String> OF_CLIENTS = codes(
            "agent",
            "appointment",
            "call",
            "carrier-import",
            "client",
            "consent",
            "customer",
            "do-not-call",
            "gate-decision",
            "gate-parameter",
            "nuisance-mark",
            "number",
            "outside-number",
            "sample");
    private static final NavigableSet<String> OF_THE_OPERATOR =
            codes("claim", "equipment", "journal", "ledger", "probe");

    public Subject {
        Words.requireCode("kind", kind);
        Words.requireText("id", id);
        if (id.isEmpty() || client < 0) {
            throw new IllegalArgumentException("A subject has an id, and a client of 0 or more");
        }
    }

    /// The kinds of things that belong to clients. Their ids are numbers.
    public static NavigableSet<String> kindsOfClients() {
        return OF_CLIENTS;
    }

    /// The kinds of things that belong to the operator.
    public static NavigableSet<String> kindsOfTheOperator() {
        return OF_THE_OPERATOR;
    }

    /// Whether it is the client's own, or the operator's, of which everybody who reads the ledger may know.
    public boolean isKnownTo(ClientId who) {
        return client == 0 || client == who.value();
    }

    /// A subject of a client.
    ///
    /// @throws IllegalArgumentException when the kind is none of a client's: nobody would find the entry by it
    public static Subject of(String kind, long id, ClientId client) {
        requireKnown(kind, OF_CLIENTS);
        return new Subject(kind, Long.toString(id), client.value());
    }

    /// A subject that belongs to the operator and to no client.
    ///
    /// @throws IllegalArgumentException when the kind is none of the operator's: nobody would find the entry by it
    public static Subject ofOperator(String kind, String id) {
        requireKnown(kind, OF_THE_OPERATOR);
        return new Subject(kind, id, 0);
    }

    private static void requireKnown(String kind, NavigableSet<String> kinds) {
        if (!kinds.contains(kind)) {
            throw new IllegalArgumentException("No kind of subject that the ledger has");
        }
    }

    private static NavigableSet<String> codes(String... codes) {
        return Collections.unmodifiableNavigableSet(new TreeSet<>(List.of(codes)));
    }
}
