package org.kezheng.platform.phones;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An IPv4 network.
record Network(int address, int mask) {
    private static final Pattern FORM = Pattern.compile("([0-9.]+)/(\\d|[12]\\d|3[0-2])");
    /// Without leading zeros: where they stand, some read a part as octal.
    private static final Pattern ADDRESS =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
    private static final int MAX_BYTE = 255;

    static Network of(String text) {
        Matcher parts = FORM.matcher(text);
        Optional<Integer> address = parts.matches() ? address(parts.group(1)) : Optional.empty();
        if (address.isEmpty()) {
            throw new IllegalArgumentException("Not an IPv4 network: " + text);
        }
        int bits = Integer.parseInt(parts.group(2));
        int mask = bits == 0 ? 0 : -1 << (Integer.SIZE - bits);
        return new Network(address.get() & mask, mask);
    }

    boolean contains(int candidate) {
        return (candidate & mask) == address;
    }

    /// An address written as four numbers.
    static Optional<Integer> address(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int address = 0;
        for (int part = 1; part <= parts.groupCount(); part++) {
            int value = Integer.parseInt(parts.group(part));
            if (value > MAX_BYTE) {
                return Optional.empty();
            }
            address = address << Byte.SIZE | value;
        }
        return Optional.of(address);
    }
}
