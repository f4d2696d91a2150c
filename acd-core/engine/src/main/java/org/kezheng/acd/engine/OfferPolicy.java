package org.kezheng.acd.engine;

/// What becomes of offers in a queue.
///
/// @param choice which free agent is offered a contact
/// @param missed what becomes of an agent who lets an offer ring until its time is up
/// @param declinesInARow so many declined or missed offers without an answer between make an agent not ready; 0: any
///     number
/// @param wrapUpExtensions how often an agent may extend one wrap-up
public record OfferPolicy(AgentChoice choice, MissedOffer missed, int declinesInARow, int wrapUpExtensions) {
    static final int MOST_DECLINES = 100;
    private static final int MOST = MOST_DECLINES;

    /// Longest idle; a missed offer makes not ready; no extension.
    public static final OfferPolicy STANDARD = new OfferPolicy(AgentChoice.LONGEST_IDLE, MissedOffer.NOT_READY, 0, 0);

    public OfferPolicy {
        Checks.within(declinesInARow, 0, MOST, "The number of declines in a row");
        Checks.within(wrapUpExtensions, 0, MOST, "The number of extensions");
    }
}
