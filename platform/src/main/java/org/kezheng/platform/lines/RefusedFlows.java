package org.kezheng.platform.lines;

import java.util.List;

/// Flows, or the access numbers that they belong to, are wrong; the message names everything that is.
public final class RefusedFlows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedFlows(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
