package org.kezheng.testkit.rules.examples.cli;

public final class Prints {
    public void print() {
        System.out.println("usage");
    }
}
