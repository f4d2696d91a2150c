package org.kezheng.crm.consents;

import org.kezheng.crm.masking.Masking;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;

/// The numbers of one table, sealed with the key of the client in scope.
record NumberSeal(String table, CustomerCiphers ciphers, BlindIndexes indexes) {

    byte[] seal(long row, NormalisedNumber number) {
        return ciphers.sealForClient(address(row), new SecretString(number.reveal()))
                .bytes();
    }

    int index(NormalisedNumber number) {
        return indexes.of(ClientScope.required(), number).value();
    }

    boolean isOf(long row, byte[] cipher, NormalisedNumber number) {
        return open(row, cipher).reveal().equals(number.reveal());
    }

    String masked(long row, byte[] cipher) {
        return Masking.number(open(row, cipher));
    }

    private SecretString open(long row, byte[] cipher) {
        return ciphers.open(address(row), Ciphertext.of(cipher));
    }

    private FieldAddress address(long row) {
        return FieldAddress.of(ClientScope.required(), table, "number_cipher", row);
    }
}
