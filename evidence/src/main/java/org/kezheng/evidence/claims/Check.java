package org.kezheng.evidence.claims;

import org.kezheng.evidence.claims.Claim.Words;

/// One thing that a probe tried: what was expected and what was seen. Holds no personal data.
///
/// @param code stays the same over versions and languages
/// @param expected,observed figures, codes and versions; cut at 500 characters
public record Check(String code, String zh, String en, boolean holds, String expected, String observed) {
    private static final int LONGEST = 500;

    public Check {
        expected = cut(expected);
        observed = cut(observed);
    }

    /// A check that holds when what was seen equals what was expected.
    public static Check equal(String code, Words words, Object expected, Object observed) {
        return new Check(
                code,
                words.zh(),
                words.en(),
                expected.equals(observed),
                String.valueOf(expected),
                String.valueOf(observed));
    }

    /// A check that holds as the prober judged.
    public static Check judged(String code, Words words, Verdict verdict) {
        return new Check(code, words.zh(), words.en(), verdict.holds(), verdict.expected(), verdict.observed());
    }

    /// A judgement, and what it rests on.
    public record Verdict(boolean holds, String expected, String observed) {}

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
