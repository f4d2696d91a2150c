package org.kezheng.crm.customers;

import java.util.Optional;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// Whose number it is. The blind index gives candidates; opening them tells which is right. Joins the transaction of
/// its caller.
record CustomerNumbers(CustomerRows rows, CustomerFields fields, BlindIndexes indexes) {

    Optional<CustomerId> owner(NormalisedNumber number) {
        return find(number).map(CustomerEntity::id);
    }

    Optional<CustomerEntity> find(NormalisedNumber number) {
        ClientId client = ClientScope.required();
        return rows.findByNumberIndexOrderById(index(number)).stream()
                .filter(row -> fields.isOf(client, row, number))
                .findFirst();
    }

    /// The blind index of the number for the client in scope.
    int index(NormalisedNumber number) {
        return indexes.of(ClientScope.required(), number).value();
    }
}
