package org.kezheng.crm.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.envelope.Ciphertext;

@Entity
@Table(name = "call_party")
class CallPartyEntity {
    @Id
    @Column(name = "contact_id")
    private long contact;

    @Column(name = "number_cipher")
    private byte[] numberCipher;

    @Column(name = "number_index")
    private @Nullable Integer numberIndex;

    @Column(name = "customer_id")
    private @Nullable Long customer;

    protected CallPartyEntity() {}

    CallId call() {
        return new CallId(contact);
    }

    Ciphertext numberCipher() {
        return Ciphertext.of(numberCipher);
    }

    @Nullable
    CustomerId customer() {
        return customer == null ? null : new CustomerId(customer);
    }
}
