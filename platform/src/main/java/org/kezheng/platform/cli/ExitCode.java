package org.kezheng.platform.cli;

/// The exit codes of the contract that these commands use.
enum ExitCode {
    HOLDS(0),
    DISPROVED(1),
    USAGE(2),
    LOCKED(4),
    DAMAGED(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
