package org.kezheng.security.keystore;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.envelope.EnvelopeKey;
import org.kezheng.security.envelope.Envelopes;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.envelope.KeyKind;
import org.kezheng.security.envelope.KeyName;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.secret.SecretBytes;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals and opens the fields of a client's tables: those of a customer under the customer's own key, others under the
/// client's. Everything here joins the caller's transaction. Customers' keys are never kept in memory: a key that was
/// destroyed opens nothing from that moment on.
public final class CustomerCiphers {
    private static final int VERSION = 1;

    private final CustomerKeyRows rows;
    private final ClientKeys keys;
    private final TransactionTemplate present;

    CustomerCiphers(CustomerKeyRows rows, ClientKeys keys, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.keys = keys;
        this.present = new TransactionTemplate(transactions);
        this.present.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    /// Makes the key of a new customer.
    public void createKey(ClientId client, long customer) {
        byte[] material = new byte[EnvelopeKey.LENGTH];
        new SecureRandom().nextBytes(material);
        byte[] wrapped =
                keys.wrapping().seal(address(client, customer), material).bytes();
        present.executeWithoutResult(status -> rows.insert(customer, client.value(), wrapped));
    }

    /// Destroys the customer's key, and with it whatever it sealed; false when there was none.
    public boolean destroyKey(ClientId client, long customer) {
        return present.execute(status -> rows.delete(customer, client.value()) == 1);
    }

    /// Seals a field of a customer.
    ///
    /// @throws CustomerKeyDestroyedException when the customer's key is destroyed
    public Ciphertext sealForCustomer(long customer, FieldAddress address, SecretString content) {
        return Envelopes.seal(
                key(address.client(), customer), address, content.reveal().getBytes(StandardCharsets.UTF_8));
    }

    /// Seals a field that belongs to no known customer.
    public Ciphertext sealForClient(FieldAddress address, SecretString content) {
        return keys.fields().seal(address, content);
    }

    /// Opens a field, whichever of both sealed it.
    ///
    /// @throws CustomerKeyDestroyedException when the customer's key is destroyed
    /// @throws DamagedCiphertextException when it was changed or moved
    public SecretString open(FieldAddress address, Ciphertext ciphertext) {
        KeyName name = ciphertext.key();
        return switch (name.kind()) {
            case CLIENT_FIELD -> keys.fields().openText(address, ciphertext);
            case CUSTOMER -> {
                byte[] content = Envelopes.open(key(address.client(), name.id()), address, ciphertext);
                yield new SecretString(new String(content, StandardCharsets.UTF_8));
            }
            case KEY_ENCRYPTION, CLIENT_LOG, CLIENT_WRAPPING, CLIENT_FILE, FILE_WITH_SECRET ->
                throw new DamagedCiphertextException("its key is of a kind that seals no fields");
        };
    }

    private EnvelopeKey key(ClientId client, long customer) {
        Optional<CustomerKeyEntity> row =
                present.execute(status -> rows.findByCustomerAndClient(customer, client.value()));
        Ciphertext wrapped = row.orElseThrow(() -> new CustomerKeyDestroyedException(customer))
                .wrapped();
        byte[] material = keys.wrapping().open(address(client, customer), wrapped);
        return new EnvelopeKey(new KeyName(KeyKind.CUSTOMER, customer, VERSION), SecretBytes.of(material));
    }

    private static FieldAddress address(ClientId client, long customer) {
        return FieldAddress.of(client, "keystore.customer_key", "wrapped_key", customer);
    }
}
