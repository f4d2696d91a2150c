package org.kezheng.verifier.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.kezheng.verifier.Report;
import org.kezheng.verifier.UnreadableException;
import org.kezheng.verifier.Verification;

/// Checks a pack, an export of the audit ledger, or a journal. Exits with 0 when everything holds, 1 when
/// something does not, 2 on a wrong use, 5 when there is nothing that can be read.
public final class Verify {
    static final int HOLDS = 0;
    static final int DISPROVED = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 5;

    private Verify() {}

    /// The entry point of the jar.
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, Locale.getDefault(), out));
    }

    /// Does everything but ending the process, and says with which code to end it.
    static int run(String[] arguments, Locale locale, PrintStream out) {
        Optional<Arguments> parsed = Arguments.parse(arguments, locale);
        if (parsed.isEmpty()) {
            out.print(Arguments.USAGE);
            return USAGE;
        }
        Printing printing = new Printing(out, parsed.get());
        try {
            Verification verification = Verification.of(
                    parsed.get().trust(),
                    parsed.get().checkpoint(),
                    parsed.get().ledger());
            Report report = verification.check(parsed.get().path());
            printing.print(report);
            return report.holds() ? HOLDS : DISPROVED;
        } catch (UnreadableException e) {
            printing.print(e.words());
            return UNREADABLE;
        }
    }
}
