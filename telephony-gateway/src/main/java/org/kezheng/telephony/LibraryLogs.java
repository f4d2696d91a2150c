package org.kezheng.telephony;

import org.asteriskjava.util.LogFactory;

/// Takes the log away from asterisk-java.
///
/// The library quotes whole events, with the callers' numbers in them, not only at debug: "slow processing", "queue is
/// full", "unable to set property" and "no event class registered" come at warn, error and info. No setting of levels
/// would therefore be safe, so its log factory is shown a class path without any logging on it, whereupon it falls
/// back to its own log that writes nothing. What matters of its life is told by [Link].
final class LibraryLogs {

    private LibraryLogs() {}

    /// Must run before the first class of the library that logs is used.
    static void silence() {
        LogFactory.setClassLoader(new WithoutLogging());
    }

    private static final class WithoutLogging extends ClassLoader {

        WithoutLogging() {
            super(null);
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            throw new ClassNotFoundException(name);
        }
    }
}
