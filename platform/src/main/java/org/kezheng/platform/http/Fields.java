package org.kezheng.platform.http;

import java.util.OptionalLong;

/// Reads what stands in a query, or says which field is wrong.
public final class Fields {
    private Fields() {}

    /// A whole number within bounds, both included.
    ///
    /// @throws Problem `field.number`
    public static long number(String field, String text, long least, long most) {
        OptionalLong number = decimal(text);
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            throw Problem.invalid(field, "field.number", "A whole number from " + least + " to " + most);
        }
        return number.getAsLong();
    }

    /// A number written in digits alone.
    public static OptionalLong decimal(String text) {
        if (text.isEmpty() || text.length() > 19 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
