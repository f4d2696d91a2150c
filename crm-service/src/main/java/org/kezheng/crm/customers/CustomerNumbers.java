package org.kezheng.crm.customers;

import java.util.Optional;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.keystore.CustomerKeyDestroyedException;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// Whose number it is. The blind index gives candidates; opening them tells which is right. Joins the transaction of
/// its caller.
record CustomerNumbers(CustomerRows rows, CustomerCiphers ciphers, BlindIndexes indexes) {

    Optional<CustomerId> owner(NormalisedNumber number) {
        return find(number).map(CustomerEntity::id);
    }

    Optional<CustomerEntity> find(NormalisedNumber number) {
        ClientId client = ClientScope.required();
        int index = indexes.of(client, number).value();
        return rows.findByNumberIndexOrderById(index).stream()
                .filter(row -> holds(client, row, number))
                .findFirst();
    }

    private boolean holds(ClientId client, CustomerEntity row, NormalisedNumber number) {
        try {
            return ciphers.open(numberAddress(client, row.id()), row.numberCipher())
                    .reveal()
                    .equals(number.reveal());
        } catch (CustomerKeyDestroyedException destroyed) {
            return false;
        }
    }

    static FieldAddress numberAddress(ClientId client, CustomerId customer) {
        return FieldAddress.of(client, "customer", "number_cipher", customer.value());
    }
}
