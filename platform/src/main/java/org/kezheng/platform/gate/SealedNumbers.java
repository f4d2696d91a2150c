package org.kezheng.platform.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.kezheng.crm.masking.Masking;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Numbers of one table, sealed with the key of the client in scope at the column `number_cipher`, and found by their
/// blind index. Joins the caller's transaction.
public record SealedNumbers(String table, CustomerCiphers ciphers, BlindIndexes indexes) {
    public byte[] seal(long row, SecretString number) {
        return ciphers.sealForClient(address(row), number).bytes();
    }

    public SecretString open(long row, byte[] cipher) {
        return ciphers.open(address(row), Ciphertext.of(cipher));
    }

    /// The number of a row that has the columns `id` and `number_cipher`.
    SecretString read(ResultSet row, int at) throws SQLException {
        return open(row.getLong("id"), row.getBytes("number_cipher"));
    }

    /// Whether one of the rows has that number.
    ///
    /// @param rows a query of `id` and `number_cipher` that ends with a condition
    boolean isAmong(JdbcClient database, String rows, NormalisedNumber number) {
        SecretString wanted = new SecretString(number.reveal());
        return database.sql(rows + " and number_index = :index")
                .param("index", index(wanted))
                .query(this::read)
                .list()
                .contains(wanted);
    }

    public String masked(long row, byte[] cipher) {
        return Masking.number(open(row, cipher));
    }

    /// The index; 0 for what is no number.
    public int index(SecretString number) {
        return NormalisedNumber.of(number.reveal())
                .map(normal -> indexes.of(ClientScope.required(), normal).value())
                .orElse(0);
    }

    private FieldAddress address(long row) {
        return FieldAddress.of(ClientScope.required(), table, "number_cipher", row);
    }
}
