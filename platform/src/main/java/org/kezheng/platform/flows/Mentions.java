package org.kezheng.platform.flows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a node names besides other nodes.
public final class Mentions {
    private Mentions() {}

    /// Prompts by the JSON pointer, from the node, of what names them.
    public static Map<String, String> prompts(Node node) {
        Map<String, String> found = new LinkedHashMap<>();
        switch (node) {
            case Node.Announce(var say, var _) -> listed("/say/", say, found);
            case Node.Notice notice -> listed("/say/", notice.say(), found);
            case Node.Menu menu -> listed("/say/", menu.say(), found);
            case Node.Digits digits -> listed("/say/", digits.say(), found);
            case Node.Verify verify -> listed("/say/", verify.say(), found);
            case Node.Voicemail voicemail -> listed("/say/", voicemail.say(), found);
            case Node.HangUp(var say) -> listed("/say/", say, found);
            case Node.Survey survey -> {
                for (int i = 0; i < survey.questions().size(); i++) {
                    listed(
                            "/questions/" + i + "/say/",
                            survey.questions().get(i).say(),
                            found);
                }
            }
            case Node.Hours _, Node.Branch _, Node.Speak _, Node.Go _, Node.Queue _, Node.Callback _ -> {}
        }
        return found;
    }

    /// The queue that a node names.
    public static Optional<String> queue(Node node) {
        return switch (node) {
            case Node.Queue queue -> Optional.of(queue.queue());
            case Node.Callback(var queue, var _) -> Optional.of(queue);
            case Node.Voicemail voicemail -> Optional.of(voicemail.queue());
            case Node.Announce _, Node.Notice _, Node.Menu _, Node.Digits _, Node.Verify _ -> Optional.empty();
            case Node.Hours _, Node.Branch _, Node.Speak _, Node.Go _, Node.Survey _, Node.HangUp _ -> Optional.empty();
        };
    }

    private static void listed(String path, List<String> names, Map<String, String> found) {
        for (int i = 0; i < names.size(); i++) {
            found.put(path + i, names.get(i));
        }
    }
}
