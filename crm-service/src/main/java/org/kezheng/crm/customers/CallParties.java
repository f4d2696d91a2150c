package org.kezheng.crm.customers;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.masking.Masking;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.keystore.CustomerKeyDestroyedException;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who called: the number of each call's other party, and whose number it is.
public final class CallParties {
    private final CallPartyRows rows;
    private final CallNotes notes;
    private final CustomerNumbers numbers;
    private final CustomerCiphers ciphers;
    private final TransactionTemplate transaction;

    CallParties(CallPartyRows rows, CallNotes notes, CustomerNumbers numbers, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.notes = notes;
        this.numbers = numbers;
        this.ciphers = numbers.fields().ciphers();
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Stores the number that called; a call whose party is stored already is left as it is.
    ///
    /// @param callingNumber as the trunk gave it; it need not be a number
    public void record(CallId call, SecretString callingNumber, Instant at) {
        ClientId client = ClientScope.required();
        transaction.executeWithoutResult(status -> {
            if (!rows.existsByContact(call.value())) {
                insert(client, call, callingNumber, at);
            }
        });
    }

    /// The party of a call, masked.
    public Optional<CallParty> find(CallId call) {
        ClientId client = ClientScope.required();
        return transaction.execute(status -> rows.findById(call.value()).map(row -> view(client, row)));
    }

    /// Makes earlier calls of the number the customer's: they are sealed anew with the customer's key, so that they go
    /// when the key goes.
    void adopt(CustomerId customer, NormalisedNumber number) {
        ClientId client = ClientScope.required();
        int index = numbers.index(number);
        for (CallPartyEntity row : rows.findByNumberIndexAndCustomerIsNullOrderByContact(index)) {
            FieldAddress address = address(client, row.call());
            if (ciphers.open(address, row.numberCipher()).reveal().equals(number.reveal())) {
                byte[] resealed = ciphers.sealForCustomer(customer.value(), address, new SecretString(number.reveal()))
                        .bytes();
                notes.adopt(row.call(), customer);
                rows.adopt(row.call().value(), resealed, customer.value());
            }
        }
    }

    private void insert(ClientId client, CallId call, SecretString callingNumber, Instant at) {
        Optional<NormalisedNumber> number = NormalisedNumber.of(callingNumber.reveal());
        @Nullable Integer index = number.map(numbers::index).orElse(null);
        @Nullable
        Long customer = number.flatMap(numbers::owner).map(CustomerId::value).orElse(null);
        FieldAddress address = address(client, call);
        SecretString stored =
                number.map(known -> new SecretString(known.reveal())).orElse(callingNumber);
        byte[] cipher = (customer == null
                        ? ciphers.sealForClient(address, stored)
                        : ciphers.sealForCustomer(customer, address, stored))
                .bytes();
        rows.insert(call.value(), client.value(), cipher, index, customer, at);
    }

    private CallParty view(ClientId client, CallPartyEntity row) {
        return new CallParty(row.call(), maskedNumber(client, row), row.customer());
    }

    private String maskedNumber(ClientId client, CallPartyEntity row) {
        try {
            return Masking.number(ciphers.open(address(client, row.call()), row.numberCipher()));
        } catch (CustomerKeyDestroyedException destroyed) {
            return Masking.number(new SecretString(""));
        }
    }

    private static FieldAddress address(ClientId client, CallId call) {
        return FieldAddress.of(client, "call_party", "number_cipher", call.value());
    }
}
