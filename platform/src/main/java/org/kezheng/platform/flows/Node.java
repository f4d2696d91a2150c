package org.kezheng.platform.flows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A place in a flow. `say` names prompts, in order; other words in lower case name nodes.
public sealed interface Node {
    /// Something is said.
    record Announce(List<String> say, String next) implements Node {
        public Announce {
            say = List.copyOf(say);
        }
    }

    /// The caller is told that the call is recorded.
    ///
    /// @param textVersion which wording this is; it is kept with the call
    /// @param refusalKey by which the caller goes on without a recording; `null` where that is not offered
    record Notice(
            List<String> say, String textVersion, @Nullable Character refusalKey, String next) implements Node {
        public Notice {
            say = List.copyOf(say);
        }
    }

    /// One key chooses where to go on.
    ///
    /// @param otherwise where to go after the last try
    record Menu(List<String> say, SequencedMap<Character, String> options, Asking asking, String otherwise)
            implements Node {
        public Menu {
            say = List.copyOf(say);
            options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
        }
    }

    /// Digits are collected into a variable.
    record Digits(List<String> say, String variable, Entry entry, Asking asking, Ways ways) implements Node {
        public Digits {
            say = List.copyOf(say);
        }
    }

    /// Digits that only the customer knows are compared with what the customer file holds, before anything is
    /// disclosed.
    record Verify(List<String> say, Entry entry, Asking asking, Ways ways) implements Node {
        public Verify {
            say = List.copyOf(say);
        }
    }

    /// Business hours decide.
    record Hours(String calendar, String open, String closed, String holiday) implements Node {}

    /// What is known of the caller, or was entered, decides; the first case that holds.
    record Branch(List<Case> cases, String otherwise) implements Node {
        public Branch {
            cases = List.copyOf(cases);
        }
    }

    /// The caller waits for a person.
    ///
    /// @param afterTalk where the caller goes on when the agent hangs up first; `null`: the call ends
    record Queue(
            String queue,
            Waiting waiting,
            @Nullable Way callback,
            @Nullable Way exit,
            @Nullable String afterTalk) implements Node {}

    /// The caller will be called back, in the place held so far.
    ///
    /// @param ways `otherwise`: no call back is possible, as for a caller who kept the number back
    record Callback(String queue, Ways ways) implements Node {}

    /// The caller leaves a message for the agents of a queue.
    record Voicemail(List<String> say, String queue, int maxSeconds, String next) implements Node {
        public Voicemail {
            say = List.copyOf(say);
        }
    }

    /// The caller is asked for scores.
    ///
    /// @param surveyVersion which wording this is; it is kept with each score
    record Survey(String surveyVersion, List<Question> questions, String next) implements Node {
        public Survey {
            questions = List.copyOf(questions);
        }
    }

    /// The caller goes on in another of the flow's languages.
    record Speak(Flow.Language language, String next) implements Node {}

    /// Goes on elsewhere.
    record Go(String next) implements Node {}

    /// Something is said, if anything, and the call ends.
    record HangUp(List<String> say) implements Node {
        public HangUp {
            say = List.copyOf(say);
        }
    }

    /// How patiently is asked.
    ///
    /// @param tries how often before the flow gives up, 1 to 5
    /// @param timeoutSeconds how long each try waits for a key
    record Asking(int tries, int timeoutSeconds) {
        static final Asking USUAL = new Asking(3, 5);
    }

    /// Which digits are wanted.
    ///
    /// @param terminator that ends them before there are `max`; `null`: none
    /// @param isSecret whether nobody may see them
    /// @param isZeroInput whether a lone 0 is an answer, not the wish for a person
    record Entry(int min, int max, @Nullable Character terminator, boolean isSecret, boolean isZeroInput) {}

    /// Where to go on.
    record Ways(String next, String otherwise) {}

    /// A key and where it leads.
    record Way(char key, String next) {}

    /// A case of a branch.
    record Case(Condition when, String next) {}

    /// What a branch asks.
    sealed interface Condition {
        record Known(Fact fact) implements Condition {}

        record Equals(String variable, List<String> values) implements Condition {
            public Equals {
                values = List.copyOf(values);
            }
        }

        record StartsWith(String variable, String prefix) implements Condition {}
    }

    /// A question of a survey, answered by one key from `lowest` to `highest`.
    record Question(String code, List<String> say, char lowest, char highest) {
        public Question {
            say = List.copyOf(say);
        }
    }

    /// What a caller who waits hears.
    ///
    /// @param everySeconds between two announcements; 0: none
    /// @param priority of the contact, from 0
    record Waiting(int everySeconds, List<Telling> tells, Sound sound, int priority) {
        public Waiting {
            tells = List.copyOf(tells);
        }
    }

    /// What an announcement tells of the queue.
    enum Telling {
        POSITION,
        ESTIMATED_WAIT
    }

    /// What is heard between announcements.
    enum Sound {
        MUSIC,
        SILENCE
    }
}
