package org.kezheng.security.envelope;

import org.kezheng.security.tenancy.ClientId;

/// The one place at which a ciphertext is valid. It is authenticated with the ciphertext and not stored in it: moved to
/// another row, column, table or client, the ciphertext does not open.
///
/// @param table table, file or log that holds the ciphertext
/// @param row the row's identity in text form, at most 200 characters
public record FieldAddress(ClientId client, String table, String column, String row) {
    private static final int MAX_LENGTH = 200;

    public FieldAddress {
        requireShort(table);
        requireShort(column);
        requireShort(row);
    }

    /// An address in a table whose rows have a number.
    public static FieldAddress of(ClientId client, String table, String column, long row) {
        return new FieldAddress(client, table, column, Long.toString(row));
    }

    private static void requireShort(String part) {
        if (part.isEmpty() || part.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A part of an address has 1 to " + MAX_LENGTH + " characters");
        }
    }
}
