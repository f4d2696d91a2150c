package org.kezheng.platform.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.kezheng.acd.engine.WaitingGrounds;

/// Says why a contact still waits: for whom, how many come first, and what keeps each agent who could serve it.
public final class WaitingSentences {
    private final IntFunction<String> chineseNames;
    private final IntFunction<String> englishNames;

    /// @param names how an agent is called, by id
    public WaitingSentences(IntFunction<String> names) {
        this(names, names);
    }

    private WaitingSentences(IntFunction<String> chineseNames, IntFunction<String> englishNames) {
        this.chineseNames = chineseNames;
        this.englishNames = englishNames;
    }

    /// Calls agents by their numbers, where no names are at hand.
    public static WaitingSentences byNumber() {
        return new WaitingSentences(id -> id + "号", id -> "no. " + id);
    }

    /// In Chinese.
    public String chinese(WaitingGrounds grounds) {
        return chineseWish(grounds) + chineseAgents(grounds);
    }

    /// In English.
    public String english(WaitingGrounds grounds) {
        return englishWish(grounds) + englishAgents(grounds);
    }

    private String chineseWish(WaitingGrounds grounds) {
        if (grounds.wishAgent().isPresent()) {
            return "该联络仍在等待，只等坐席%s。"
                    .formatted(chineseNames.apply(grounds.wishAgent().getAsInt()));
        }
        String ahead = grounds.ahead() == 0 ? "前面没有其他联络" : "前面有%d个联络".formatted(grounds.ahead());
        String ring = grounds.rings() == 1 ? "" : "已到第%d层级的要求（共%d层级），".formatted(grounds.ring(), grounds.rings());
        return "该联络仍在等待：%s%s。".formatted(ring, ahead);
    }

    private static String chineseAgents(WaitingGrounds grounds) {
        if (grounds.agents() == 0) {
            return "没有坐席符合要求。";
        }
        List<String> lacks = new ArrayList<>();
        add(lacks, grounds.handling(), "%d名忙碌");
        add(lacks, grounds.notReady(), "%d名未就绪");
        add(lacks, grounds.signedOut(), "%d名未签入");
        add(lacks, grounds.passedOver(), "%d名暂不再派给");
        add(lacks, grounds.unlooked(), "%d名刚空出，即将查看");
        return "符合要求的坐席共%d名：%s。".formatted(grounds.agents(), String.join("，", lacks));
    }

    private String englishWish(WaitingGrounds grounds) {
        if (grounds.wishAgent().isPresent()) {
            return "The contact still waits, for agent %s alone."
                    .formatted(englishNames.apply(grounds.wishAgent().getAsInt()));
        }
        String ring = grounds.rings() == 1 ? "" : "ring %d of %d applies, ".formatted(grounds.ring(), grounds.rings());
        String ahead = switch (grounds.ahead()) {
            case 0 -> "no other contact comes first";
            case 1 -> "1 other contact comes first";
            default -> "%d other contacts come first".formatted(grounds.ahead());
        };
        return "The contact still waits: %s%s.".formatted(ring, ahead);
    }

    private static String englishAgents(WaitingGrounds grounds) {
        if (grounds.agents() == 0) {
            return " No agent meets the requirement.";
        }
        List<String> lacks = new ArrayList<>();
        add(lacks, grounds.handling(), "%d busy");
        add(lacks, grounds.notReady(), "%d not ready");
        add(lacks, grounds.signedOut(), "%d signed out");
        add(lacks, grounds.passedOver(), "%d passed over for now");
        add(lacks, grounds.unlooked(), "%d just free and about to be looked at");
        String who = grounds.agents() == 1 ? "1 agent meets" : "%d agents meet".formatted(grounds.agents());
        return " %s the requirement: %s.".formatted(who, String.join(", ", lacks));
    }

    private static void add(List<String> lacks, int count, String words) {
        if (count > 0) {
            lacks.add(words.formatted(count));
        }
    }
}
