package org.kezheng.security.access;

/// An account's number. For an agent it is also the agent's number in the ACD.
public record AccountId(int value) {
    public AccountId {
        if (value < 1) {
            throw new IllegalArgumentException("An account id is positive: " + value);
        }
    }
}
