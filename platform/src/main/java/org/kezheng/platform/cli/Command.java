package org.kezheng.platform.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.kezheng.acd.journal.JournalException;
import org.kezheng.platform.parties.ConfidentialLogException;
import org.kezheng.security.keys.KeyDirectoryException;

/// A command's frame: what goes wrong becomes one line and an exit code.
@FunctionalInterface
interface Command {
    ExitCode run(PrintStream out) throws Exception;

    /// Runs and ends the process.
    static void exit(Command command) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(command, out, errors).number());
    }

    static ExitCode run(Command command, PrintStream out, PrintStream errors) {
        try {
            return command.run(out);
        } catch (Arguments.UsageException usage) {
            errors.println(usage.getMessage());
            return ExitCode.USAGE;
        } catch (JournalException.Locked locked) {
            errors.println(locked.getMessage());
            return ExitCode.LOCKED;
        } catch (JournalException | KeyDirectoryException | ConfidentialLogException damaged) {
            errors.println(damaged.getMessage());
            return ExitCode.DAMAGED;
        } catch (Exception failure) {
            // A library's text may quote data; its kind says enough for a shell.
            errors.println("Failed: " + failure.getClass().getSimpleName());
            return ExitCode.DISPROVED;
        }
    }
}
