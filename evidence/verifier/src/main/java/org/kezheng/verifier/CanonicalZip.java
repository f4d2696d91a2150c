package org.kezheng.verifier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The container of a pack. Names and contents leave no choice in how it is written, so it is written once more from
/// what was read and compared: there is no byte that nobody looks at.
final class CanonicalZip {
    static final int END_LENGTH = 22;

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 10;
    /// 1 January 1980, the first day that the format knows.
    private static final short DAY = 0x21;

    private static final int MOST_ENTRIES = 1000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?\\.[a-z0-9]{1,8}");

    private CanonicalZip() {}

    /// A file in the pack.
    static final class Entry {
        private final String name;
        private final byte[] content;

        Entry(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        String name() {
            return name;
        }

        byte[] content() {
            return content;
        }
    }

    /// The entries, one after the other from the first byte on, as far as they can be told.
    static List<Entry> entries(byte[] container) throws DisprovedException {
        ByteBuffer bytes = ByteBuffer.wrap(container).order(ByteOrder.LITTLE_ENDIAN);
        List<Entry> entries = new ArrayList<>();
        while (bytes.remaining() >= LOCAL_LENGTH && bytes.getInt(bytes.position()) == LOCAL) {
            int at = bytes.position();
            int length = Short.toUnsignedInt(bytes.getShort(at + 26));
            long size = Integer.toUnsignedLong(bytes.getInt(at + 18));
            if (length + size > bytes.remaining() - LOCAL_LENGTH || entries.size() == MOST_ENTRIES) {
                throw notCanonical(at);
            }
            byte[] name = new byte[length];
            byte[] content = new byte[(int) size];
            bytes.position(at + LOCAL_LENGTH).get(name).get(content);
            String text = new String(name, StandardCharsets.ISO_8859_1);
            if (!NAME.matcher(text).matches()) {
                throw notCanonical(at);
            }
            entries.add(new Entry(text, content));
        }
        if (entries.isEmpty()) {
            throw notCanonical(0);
        }
        return entries;
    }

    /// Compares the container with the only one that these entries give.
    static void require(byte[] container, List<Entry> entries) throws DisprovedException {
        int difference = Arrays.mismatch(container, write(entries));
        if (difference >= 0) {
            throw notCanonical(difference);
        }
    }

    static byte[] write(List<Entry> entries) {
        int length = END_LENGTH;
        for (Entry entry : entries) {
            length += LOCAL_LENGTH + CENTRAL_LENGTH + 2 * entry.name().length() + entry.content().length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int[] offsets = new int[entries.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = bytes.position();
            bytes.putInt(LOCAL);
            described(bytes, entries.get(i));
            bytes.put(name(entries.get(i))).put(entries.get(i).content());
        }
        int directory = bytes.position();
        for (int i = 0; i < offsets.length; i++) {
            bytes.putInt(CENTRAL).putShort(VERSION);
            described(bytes, entries.get(i));
            // No comment, first disk, no attributes.
            bytes.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            bytes.putInt(offsets[i]).put(name(entries.get(i)));
        }
        int end = bytes.position();
        short count = (short) offsets.length;
        bytes.putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        return bytes.putInt(end - directory)
                .putInt(directory)
                .putShort((short) 0)
                .array();
    }

    /// What the entry's own header and the directory say alike: stored, no flags, one fixed time, no extra field.
    private static void described(ByteBuffer bytes, Entry entry) {
        CRC32 check = new CRC32();
        check.update(entry.content());
        int size = entry.content().length;
        bytes.putShort(VERSION).putShort((short) 0).putShort((short) 0);
        bytes.putShort((short) 0).putShort(DAY).putInt((int) check.getValue());
        bytes.putInt(size).putInt(size).putShort((short) entry.name().length()).putShort((short) 0);
    }

    private static byte[] name(Entry entry) {
        return entry.name().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static DisprovedException notCanonical(int at) {
        return new DisprovedException(
                "容器自第 " + at + " 字节（从 0 计）起与其内容应有的样子不同。",
                "From byte " + at + " (counted from 0) the container is not what its contents make it.");
    }
}
