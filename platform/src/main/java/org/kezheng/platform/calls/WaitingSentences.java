package org.kezheng.platform.calls;

import org.kezheng.acd.engine.WaitingGrounds;

/// Says why a contact still waits: for whom, how many come first, and what keeps each agent who could serve it.
public final class WaitingSentences {
    private WaitingSentences() {}

    /// In Chinese.
    public static String chinese(WaitingGrounds grounds) {
        String whom = grounds.wishAgent().isPresent()
                ? "该联络仍在等待，只等坐席%d号。".formatted(grounds.wishAgent().getAsInt())
                : "该联络仍在等待：已到第%d层要求（共%d层），前面有%d个联络。".formatted(grounds.ring(), grounds.rings(), grounds.ahead());
        if (grounds.agents() == 0) {
            return whom + "没有坐席符合要求。";
        }
        return whom
                + "符合要求的坐席%d名：未签入%d，未就绪%d，忙碌%d，暂不分配%d，待查看%d。"
                        .formatted(
                                grounds.agents(),
                                grounds.signedOut(),
                                grounds.notReady(),
                                grounds.handling(),
                                grounds.passedOver(),
                                grounds.unlooked());
    }

    /// In English.
    public static String english(WaitingGrounds grounds) {
        String whom = grounds.wishAgent().isPresent()
                ? "The contact still waits, for agent no. %d alone."
                        .formatted(grounds.wishAgent().getAsInt())
                : "The contact still waits: ring %d of %d applies, %d %s first."
                        .formatted(
                                grounds.ring(),
                                grounds.rings(),
                                grounds.ahead(),
                                grounds.ahead() == 1 ? "contact comes" : "contacts come");
        if (grounds.agents() == 0) {
            return whom + " No agent meets it.";
        }
        return whom
                + " Agents who may serve it: %d; signed out %d, not ready %d, busy %d, passed over %d, still to be looked at %d."
                        .formatted(
                                grounds.agents(),
                                grounds.signedOut(),
                                grounds.notReady(),
                                grounds.handling(),
                                grounds.passedOver(),
                                grounds.unlooked());
    }
}
