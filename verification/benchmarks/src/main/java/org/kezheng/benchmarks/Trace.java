package org.kezheng.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kezheng.acd.engine.Command;

/// Commands and their instants, recorded so that each engine is told the same and nothing is made while it is measured.
final class Trace {
    private final List<Command> commands = new ArrayList<>();
    private long[] instants = new long[1 << 16];

    void add(Command command, long atMicros) {
        if (commands.size() == instants.length) {
            instants = Arrays.copyOf(instants, 2 * instants.length);
        }
        instants[commands.size()] = atMicros;
        commands.add(command);
    }

    int size() {
        return commands.size();
    }

    Command[] commands() {
        return commands.toArray(Command[]::new);
    }

    long[] instants() {
        return Arrays.copyOf(instants, commands.size());
    }
}
