package org.kezheng.security.ledger;

import java.util.regex.Pattern;

/// What the parts of an entry may look like: short, ASCII, on one line. So nobody's name fits in by accident, and the
/// canonical form needs no Unicode rules.
final class Words {
    static final int MAX_LENGTH = 200;
    private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7E]{0," + MAX_LENGTH + "}");
    private static final Pattern ACTION = Pattern.compile("[a-z]+([.-][a-z]+){0,7}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");

    private Words() {}

    static void requireText(String part, String text) {
        require(TEXT, part, text);
    }

    static void requireAction(String action) {
        require(ACTION, "action", action);
    }

    static void requireCode(String part, String code) {
        require(CODE, part, code);
    }

    private static void require(Pattern pattern, String part, String text) {
        if (text.length() > MAX_LENGTH || !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("The ledger does not take this as " + part);
        }
    }
}
