package org.kezheng.platform.parties;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kezheng.platform.callers.CallerStep;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.keys.ClientCipher;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;

/// The bytes of an entry, as docs/formats/parties.md specifies them: what is needed to find the key and the row
/// stands in front, what is personal is sealed.
final class EntryCodec {
    private static final String TABLE = "parties";
    private static final byte CALLING_NUMBER = 1;
    private static final byte NOTE = 2;
    private static final byte LED = 3;
    private static final int HEAD_BYTES = Byte.BYTES + Long.BYTES + Integer.BYTES + Long.BYTES + Long.BYTES;

    private final ClientCipher cipher;

    EntryCodec(ClientCipher cipher) {
        this.cipher = cipher;
    }

    byte[] encode(PartyEntry entry) {
        byte[] sealed = cipher.seal(address(entry.client(), entry.position()), personal(entry))
                .bytes();
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(kind(entry))
                .putLong(entry.position())
                .putInt(entry.client().value())
                .putLong(entry.contact())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()))
                .put(sealed)
                .array();
    }

    /// @throws IllegalArgumentException when the bytes are no entry
    PartyEntry decode(byte[] bytes) {
        if (bytes.length <= HEAD_BYTES) {
            throw new IllegalArgumentException("An entry of " + bytes.length + " bytes is too short");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte kind = buffer.get();
        long position = buffer.getLong();
        ClientId client = new ClientId(buffer.getInt());
        long contact = buffer.getLong();
        Instant at = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        ByteBuffer personal = ByteBuffer.wrap(cipher.open(address(client, position), Ciphertext.of(sealed)));
        return switch (kind) {
            case CALLING_NUMBER ->
                new PartyEntry.CallingNumber(position, client, contact, at, new SecretString(text(personal)));
            case NOTE ->
                new PartyEntry.Note(
                        position,
                        client,
                        contact,
                        at,
                        text(personal),
                        text(personal),
                        new SecretString(text(personal)));
            case LED ->
                new PartyEntry.Led(
                        position,
                        client,
                        contact,
                        at,
                        text(personal),
                        Integer.parseInt(text(personal)),
                        CallerStep.read(text(personal)));
            default -> throw new IllegalArgumentException("An entry of kind " + kind + " is not known");
        };
    }

    private static byte kind(PartyEntry entry) {
        return switch (entry) {
            case PartyEntry.CallingNumber ignored -> CALLING_NUMBER;
            case PartyEntry.Note ignored -> NOTE;
            case PartyEntry.Led ignored -> LED;
        };
    }

    private static byte[] personal(PartyEntry entry) {
        return switch (entry) {
            case PartyEntry.CallingNumber calling -> texts(calling.number().reveal());
            case PartyEntry.Led led -> texts(led.flow(), Integer.toString(led.version()), CallerStep.text(led.steps()));
            case PartyEntry.Note note ->
                texts(note.agent(), note.disposition(), note.text().reveal());
        };
    }

    private static byte[] texts(String... texts) {
        byte[][] parts = new byte[texts.length][];
        int length = 0;
        for (int i = 0; i < texts.length; i++) {
            parts[i] = texts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + parts[i].length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            buffer.putInt(part.length).put(part);
        }
        return buffer.array();
    }

    private static String text(ByteBuffer buffer) {
        int length = buffer.remaining() < Integer.BYTES ? -1 : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new IllegalArgumentException("An entry's text is cut");
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static FieldAddress address(ClientId client, long position) {
        return FieldAddress.of(client, TABLE, "entry", position);
    }
}
