package org.kezheng.security.keystore;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.kezheng.security.envelope.Ciphertext;

@Entity
@Table(schema = "keystore", name = "customer_key")
class CustomerKeyEntity {
    @Id
    @Column(name = "customer_id")
    private long customer;

    @Column(name = "client_id")
    private int client;

    @Column(name = "wrapped_key")
    private byte[] wrapped;

    protected CustomerKeyEntity() {}

    Ciphertext wrapped() {
        return Ciphertext.of(wrapped);
    }
}
