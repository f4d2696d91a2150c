package org.kezheng.platform.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.kezheng.platform.speech.ShippedPrompts;

/// Makes the prompts that ship, when the product is built.
public final class MakePrompts {
    private MakePrompts() {}

    static void main(String[] arguments) {
        Command.exit(out -> {
            Arguments given = new Arguments(arguments, Set.of("--program", "--to"), Set.of());
            try {
                out.println(ShippedPrompts.make(Path.of(given.require("--program")), Path.of(given.require("--to"))));
                return ExitCode.HOLDS;
            } catch (IOException unspoken) {
                out.println(unspoken.getMessage());
                return ExitCode.DISPROVED;
            }
        });
    }
}
