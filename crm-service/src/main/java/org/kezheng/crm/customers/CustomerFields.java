package org.kezheng.crm.customers;

import java.util.Optional;
import org.kezheng.crm.masking.Masking;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.keystore.CustomerKeyDestroyedException;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;

/// The fields of a customer's row: sealed each at its own address, opened together. Joins the transaction of its
/// caller.
record CustomerFields(CustomerCiphers ciphers) {

    byte[] sealName(ClientId client, CustomerId customer, SecretString name) {
        return ciphers.sealForCustomer(customer.value(), nameAddress(client, customer), name)
                .bytes();
    }

    byte[] sealNumber(ClientId client, CustomerId customer, NormalisedNumber number) {
        SecretString text = new SecretString(number.reveal());
        return ciphers.sealForCustomer(customer.value(), numberAddress(client, customer), text)
                .bytes();
    }

    /// Empty when the customer's key is destroyed: then there is no customer any more.
    Optional<Clear> open(ClientId client, CustomerEntity row) {
        try {
            SecretString name = ciphers.open(nameAddress(client, row.id()), row.nameCipher());
            return Optional.of(new Clear(row.id(), name, number(client, row), row.isVip()));
        } catch (CustomerKeyDestroyedException destroyed) {
            return Optional.empty();
        }
    }

    /// Whether the row is of this number; not when the customer's key is destroyed.
    boolean isOf(ClientId client, CustomerEntity row, NormalisedNumber number) {
        try {
            return number(client, row).equals(number);
        } catch (CustomerKeyDestroyedException destroyed) {
            return false;
        }
    }

    private NormalisedNumber number(ClientId client, CustomerEntity row) {
        SecretString text = ciphers.open(numberAddress(client, row.id()), row.numberCipher());
        return new NormalisedNumber(text.reveal());
    }

    private static FieldAddress nameAddress(ClientId client, CustomerId customer) {
        return FieldAddress.of(client, "customer", "name_cipher", customer.value());
    }

    private static FieldAddress numberAddress(ClientId client, CustomerId customer) {
        return FieldAddress.of(client, "customer", "number_cipher", customer.value());
    }

    /// A customer in the clear, for as long as it takes to show it.
    record Clear(CustomerId id, SecretString name, NormalisedNumber number, boolean isVip) {
        CustomerView masked() {
            return new CustomerView(id, Masking.name(name), Masking.number(number), isVip);
        }
    }
}
