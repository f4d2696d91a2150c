package org.kezheng.platform.gate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Which call a request names as the one in which something was said.
final class CallChoice {
    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final LiveDesks desks;

    CallChoice(JdbcClient database, TransactionOperations transaction, LiveDesks desks) {
        this.database = database;
        this.transaction = transaction;
        this.desks = desks;
    }

    /// The contact of that id; `null` where none is named.
    ///
    /// @throws Problem when the client in scope has and had no such call
    @Nullable
    Long known(@Nullable String call) {
        if (call == null || call.isBlank()) {
            return null;
        }
        if (call.matches("[1-9]\\d{0,17}")) {
            long contact = Long.parseLong(call);
            if (isUnderWay(contact) || isRecorded(contact)) {
                return contact;
            }
        }
        throw Problem.invalid("call", "call.id", "The id of a call that the client has or had");
    }

    private boolean isUnderWay(long contact) {
        int client = ClientScope.required().value();
        return desks.placeOf(new ContactId(contact))
                .filter(place -> place.client().value() == client)
                .isPresent();
    }

    private boolean isRecorded(long contact) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql("""
                        select exists (select from call_record where contact_id = :contact and client_id = :client)""")
                .param("contact", contact)
                .param("client", ClientScope.required().value())
                .query(Boolean.class)
                .single()));
    }
}
