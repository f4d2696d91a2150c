package org.kezheng.crm.verification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kezheng.crm.customers.CustomerId;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.identity.PasswordHashing;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.keystore.CustomerKeyDestroyedException;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of facts that only customers know: each a slow hash with a salt of its own, sealed with the customer's
/// key. Joins the caller's transaction.
record KeptFacts(JdbcClient database, CustomerCiphers ciphers, PasswordHashing hashing) {

    /// The hash of a fact.
    SecretString hash(SecretString value) {
        return new SecretString(hashing.hash(folded(value)));
    }

    /// Keeps a hash in place of one of its kind.
    void replace(CustomerId customer, SecretKind kind, SecretString hash, String who, Instant at) {
        database.sql("delete from customer_secret where customer_id = :customer and kind = :kind")
                .param("customer", customer.value())
                .param("kind", kind.code())
                .update();
        long id = database.sql("select nextval('customer_secret_id_seq')")
                .query(Long.class)
                .single();
        byte[] sealed =
                ciphers.sealForCustomer(customer.value(), address(id), hash).bytes();
        database.sql("""
                        insert into customer_secret (id, client_id, customer_id, kind, hash_cipher, set_by, set_at)
                        values (:id, :client, :customer, :kind, :hash, :by, :now)""")
                .param("id", id)
                .param("client", ClientScope.required().value())
                .param("customer", customer.value())
                .param("kind", kind.code())
                .param("hash", sealed)
                .param("by", who)
                .param("now", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Of which kinds the customer has facts.
    List<SecretKind> kinds(CustomerId customer) {
        return database
                .sql("select kind from customer_secret where customer_id = :customer order by kind")
                .param("customer", customer.value())
                .query((row, number) -> SecretKind.of(row.getString("kind")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether all that was said is right; each is compared, so that the time tells nothing.
    boolean areRight(CustomerId customer, Map<SecretKind, SecretString> said) {
        Map<SecretKind, String> kept = hashes(customer);
        boolean isRight = true;
        for (Map.Entry<SecretKind, SecretString> one : said.entrySet()) {
            String hash = kept.get(one.getKey());
            isRight &= hash != null && hashing.matches(folded(one.getValue()), hash);
        }
        return isRight;
    }

    private Map<SecretKind, String> hashes(CustomerId customer) {
        Map<SecretKind, String> hashes = new EnumMap<>(SecretKind.class);
        database.sql("select id, kind, hash_cipher from customer_secret where customer_id = :customer")
                .param("customer", customer.value())
                .query((row, number) ->
                        new Kept(row.getLong("id"), row.getString("kind"), Ciphertext.of(row.getBytes("hash_cipher"))))
                .list()
                .forEach(kept -> SecretKind.of(kept.kind())
                        .ifPresent(kind -> opened(kept).ifPresent(hash -> hashes.put(kind, hash))));
        return hashes;
    }

    private record Kept(long id, String kind, Ciphertext cipher) {}

    /// Empty when the customer's key is destroyed.
    private Optional<String> opened(Kept kept) {
        try {
            return Optional.of(ciphers.open(address(kept.id()), kept.cipher()).reveal());
        } catch (CustomerKeyDestroyedException destroyed) {
            return Optional.empty();
        }
    }

    /// An X counts the same in either case.
    private static SecretString folded(SecretString value) {
        return new SecretString(value.reveal().strip().toUpperCase(Locale.ROOT));
    }

    private static FieldAddress address(long id) {
        return FieldAddress.of(ClientScope.required(), "customer_secret", "hash_cipher", id);
    }
}
