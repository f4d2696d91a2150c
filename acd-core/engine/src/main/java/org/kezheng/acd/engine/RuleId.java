package org.kezheng.acd.engine;

/// The rule that decided an offer.
public enum RuleId {
    /// A contact looked for an agent: of those who match, the one who has been ready for the longest time.
    LONGEST_IDLE("longest-idle"),
    /// An agent became free: of the contacts that match, over all queues, the one that arrived first.
    FIRST_WAITING("first-waiting");

    private final String code;

    RuleId(String code) {
        this.code = code;
    }

    /// The rule's name outside the engine.
    public String code() {
        return code;
    }
}
