package org.kezheng.telephony;

import java.util.regex.Pattern;

/// What may be put into an order to the PBX. AMI is lines of text, and the dialplan expands `${...}`, so every word
/// that comes from outside is held to an alphabet in which neither can be written.
final class Tokens {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/@:;+-]{0,127}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

    private static final Pattern ROOM = Pattern.compile("[0-9]{1,19}(\\.[0-9]{1,19})?");
    private static final Pattern RECORDING = Pattern.compile("[0-9]{1,19}(\\.[0-9]{1,19}){3}");

    private Tokens() {}

    static String name(String text, String what) {
        return checked(NAME, text, what);
    }

    static String channel(String text, String what) {
        return checked(CHANNEL, text, what);
    }

    static String host(String text, String what) {
        return checked(HOST, text, what);
    }

    static String room(String text) {
        return checked(ROOM, text, "room");
    }

    static String recording(String text) {
        return checked(RECORDING, text, "name of a recording");
    }

    private static String checked(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not a valid " + what);
        }
        return text;
    }
}
