package org.kezheng.crm.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.kezheng.security.envelope.Ciphertext;

@Entity
@Table(name = "customer")
class CustomerEntity {
    @Id
    private long id;

    @Column(name = "name_cipher")
    private byte[] nameCipher;

    @Column(name = "number_cipher")
    private byte[] numberCipher;

    @Column(name = "number_index")
    private int numberIndex;

    @Column(name = "is_vip")
    private boolean isVip;

    protected CustomerEntity() {}

    CustomerId id() {
        return new CustomerId(id);
    }

    boolean isVip() {
        return isVip;
    }

    Ciphertext nameCipher() {
        return Ciphertext.of(nameCipher);
    }

    Ciphertext numberCipher() {
        return Ciphertext.of(numberCipher);
    }
}
