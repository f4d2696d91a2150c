package org.kezheng.platform.phones;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SessionId;

/// How an agent's device was tried last.
///
/// @param session the sign-in in which it was
/// @param at when it began, or ended
/// @param known what is known of the device: by this test, or while it runs and when it came to nothing by the one
///     before it; null when no test has said anything
public record TestedDevice(
        SessionId session,
        DeviceFinding finding,
        Instant at,
        @Nullable DeviceFinding known) {
    static TestedDevice of(PhoneBook.TestEntry entry) {
        return new TestedDevice(
                new SessionId(entry.session()),
                DeviceFinding.valueOf(entry.finding()),
                Instant.parse(entry.at()),
                entry.known() == null ? null : DeviceFinding.valueOf(entry.known()));
    }

    /// @param before the test before this one, of the same device
    static TestedDevice next(SessionId session, DeviceFinding finding, Instant at, @Nullable TestedDevice before) {
        if (finding.saysOfDevice()) {
            return new TestedDevice(session, finding, at, finding);
        }
        return new TestedDevice(session, finding, at, before == null ? null : before.known());
    }

    PhoneBook.TestEntry entry() {
        return new PhoneBook.TestEntry(
                session.value(), finding.name(), at.toString(), known == null ? null : known.name());
    }

    /// The test as it is after a restart, which it did not live to see the end of.
    TestedDevice interrupted() {
        return new TestedDevice(session, DeviceFinding.PBX_AWAY, at, known);
    }

    public boolean isRunning() {
        return finding == DeviceFinding.RUNNING;
    }
}
