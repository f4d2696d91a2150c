package org.kezheng.crm.customers;

import java.util.List;
import java.util.Optional;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.keystore.CustomerKeyDestroyedException;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Agents' notes on calls. A note on a customer's call is sealed with the customer's key.
public final class CallNotes {
    private static final int MAX_OF_ONE_CALL = 100;

    private final CallNoteRows rows;
    private final CallPartyRows parties;
    private final CustomerCiphers ciphers;
    private final TransactionTemplate transaction;

    CallNotes(
            CallNoteRows rows,
            CallPartyRows parties,
            CustomerCiphers ciphers,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.parties = parties;
        this.ciphers = ciphers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Stores a note; a note whose entry is stored already is left as it is. The call's party is recorded first.
    public void record(NewCallNote note) {
        ClientId client = ClientScope.required();
        transaction.executeWithoutResult(status -> {
            if (!rows.existsByEntryPosition(note.entryPosition())) {
                FieldAddress address = address(client, note.entryPosition());
                rows.insert(note, client.value(), seal(note, address).bytes());
            }
        });
    }

    /// The notes on a customer's calls, newest first.
    public List<CallNote> ofCustomer(CustomerId customer, int limit) {
        ClientId client = ClientScope.required();
        return transaction.execute(status -> open(client, rows.findByCustomer(customer.value(), Limit.of(limit))));
    }

    /// The notes on a call, newest first.
    public List<CallNote> of(CallId call) {
        ClientId client = ClientScope.required();
        return transaction.execute(status -> open(
                client,
                rows.findByContactOrderByWrittenAtDescEntryPositionDesc(call.value(), Limit.of(MAX_OF_ONE_CALL))));
    }

    /// Seals the notes on a call anew with the key of the customer whose call it now is.
    void adopt(CallId call, CustomerId customer) {
        ClientId client = ClientScope.required();
        for (CallNoteEntity row :
                rows.findByContactOrderByWrittenAtDescEntryPositionDesc(call.value(), Limit.unlimited())) {
            FieldAddress address = address(client, row.entryPosition());
            SecretString text = ciphers.open(address, row.noteCipher());
            rows.reseal(
                    row.entryPosition(),
                    ciphers.sealForCustomer(customer.value(), address, text).bytes());
        }
    }

    private Ciphertext seal(NewCallNote note, FieldAddress address) {
        CustomerId customer = parties.findById(note.call().value())
                .map(CallPartyEntity::customer)
                .orElse(null);
        return customer == null
                ? ciphers.sealForClient(address, note.text())
                : ciphers.sealForCustomer(customer.value(), address, note.text());
    }

    private List<CallNote> open(ClientId client, List<CallNoteEntity> found) {
        return found.stream().flatMap(row -> open(client, row).stream()).toList();
    }

    /// Empty when the customer's key is destroyed: then there is no note any more.
    private Optional<CallNote> open(ClientId client, CallNoteEntity row) {
        try {
            SecretString text = ciphers.open(address(client, row.entryPosition()), row.noteCipher());
            return Optional.of(new CallNote(row.call(), row.agent(), row.disposition(), text, row.writtenAt()));
        } catch (CustomerKeyDestroyedException destroyed) {
            return Optional.empty();
        }
    }

    private static FieldAddress address(ClientId client, long entryPosition) {
        return FieldAddress.of(client, "call_note", "note_cipher", entryPosition);
    }
}
