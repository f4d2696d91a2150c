package org.kezheng.security.index;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kezheng.security.secret.SecretString;

/// A telephone number in the one form by which it is stored, compared and indexed: `+` and country code where the
/// written form shows the whole number (mainland China is the home country), else the bare digits of a local or short
/// number. Prints as `[REDACTED]`.
public record NormalisedNumber(String reveal) {
    private static final int MAX_DIGITS = 20;
    private static final String HOME = "+86";
    private static final Pattern NORMAL = Pattern.compile("[0-9]{2," + MAX_DIGITS + "}|\\+[0-9]{5," + MAX_DIGITS + "}");
    private static final Pattern WRITTEN = Pattern.compile("(?:tel:|sip:)?([(+]?[0-9][0-9 ()./\\-]*)");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    /// Area code without its 0 (10, 2x, or three digits) and a subscriber number of 7 or 8 digits.
    private static final Pattern FIXED_LINE = Pattern.compile("(?:10|2[0-9])[0-9]{7,8}|[3-9][0-9]{9,10}");
    /// Of another country, as E.164 has it.
    private static final Pattern ABROAD = Pattern.compile("\\+[1-9][0-9]{6,14}");
    /// Of the same area, or of a service: `12345`, `95588`, `87654321`.
    private static final Pattern LOCAL = Pattern.compile("1[0-9]{1,7}|[2-9][0-9]{1,8}");
    private static final Pattern SHARED_COST = Pattern.compile("[48]00[0-9]{7}");

    public NormalisedNumber {
        if (!NORMAL.matcher(reveal).matches()) {
            throw new IllegalArgumentException("Not a normal form of a number");
        }
    }

    /// Reads a number as people and trunks write it; empty when it is none (`anonymous`, letters, too long or short).
    public static Optional<NormalisedNumber> of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        String digits = match.group(1).replaceAll("[ ()./\\-]", "");
        String normal = withCountry(digits);
        return NORMAL.matcher(normal).matches() ? Optional.of(new NormalisedNumber(normal)) : Optional.empty();
    }

    /// Whether it is written as a number that somebody has. What has something before it (`17951` or `12593`, as
    /// carriers take them, zeros, or an area code before a service's number) leads to whom the rest names,
    /// and would be another number to every comparison.
    public boolean isOfAForm() {
        if (reveal.startsWith(HOME)) {
            return isNational(reveal.substring(HOME.length()));
        }
        return ABROAD.matcher(reveal).matches() || LOCAL.matcher(reveal).matches();
    }

    /// The number as people of the home country dial it: without country code, fixed lines with their 0.
    public SecretString dialled() {
        if (!reveal.startsWith(HOME)) {
            return new SecretString(reveal);
        }
        String national = reveal.substring(HOME.length());
        boolean isDialledAsIs = MOBILE.matcher(national).matches()
                || SHARED_COST.matcher(national).matches();
        return new SecretString(isDialledAsIs ? national : "0" + national);
    }

    private static String withCountry(String digits) {
        if (digits.startsWith("+86")) {
            return home(digits.substring(3));
        }
        if (digits.startsWith("+")) {
            return digits;
        }
        if (digits.startsWith("00")) {
            return withCountry("+" + digits.substring(2));
        }
        if (digits.startsWith("86") && isNational(withoutTrunkZero(digits.substring(2)))) {
            return home(digits.substring(2));
        }
        if (MOBILE.matcher(digits).matches() || SHARED_COST.matcher(digits).matches()) {
            return "+86" + digits;
        }
        return digits.startsWith("0") && isNational(digits.substring(1)) ? home(digits) : digits;
    }

    private static String home(String national) {
        return "+86" + withoutTrunkZero(national);
    }

    private static String withoutTrunkZero(String national) {
        return national.startsWith("0") ? national.substring(1) : national;
    }

    private static boolean isNational(String digits) {
        return MOBILE.matcher(digits).matches()
                || FIXED_LINE.matcher(digits).matches()
                || SHARED_COST.matcher(digits).matches();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
