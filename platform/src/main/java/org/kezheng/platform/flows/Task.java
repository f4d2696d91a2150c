package org.kezheng.platform.flows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the line has to do next. Each ends with an [Outcome].
public sealed interface Task {
    /// Say it; a key breaks it off. Ends with `Done` or `Pressed`.
    record Say(List<String> prompts) implements Task {
        public Say {
            prompts = List.copyOf(prompts);
        }
    }

    /// Ask for digits. Ends with `Entered`, or `Nothing` when none came in time.
    record Ask(List<String> prompts, Node.Entry entry, int timeoutSeconds) implements Task {
        public Ask {
            prompts = List.copyOf(prompts);
        }
    }

    /// Compare with what the customer file holds. Ends with `Compared`.
    record Compare(SecretDigits digits) implements Task {}

    /// Wait for a person. Ends with `Pressed` for one of the node's keys, or `TalkEnded`.
    record Wait(String nodeName, Node.Queue node) implements Task {}

    /// Keep the caller's place for a call back. Ends with `Done`, or `Nothing` where that cannot be.
    record KeepPlace(String queue) implements Task {}

    /// Say it, and take a message. Ends with `Done`, or `Nothing` when there is one of this call already.
    record TakeMessage(List<String> prompts, String queue, int maxSeconds) implements Task {
        public TakeMessage {
            prompts = List.copyOf(prompts);
        }
    }

    /// Say it, and end the call, or hand it back to the agent who lent it. A key 0 while it is said still leads to a
    /// person: then it ends with `Pressed`.
    record End(List<String> prompts) implements Task {
        public End {
            prompts = List.copyOf(prompts);
        }
    }

    /// What is told beside: to be kept with the call.
    sealed interface Note {
        record NoticeHeard(String textVersion) implements Note {}

        record RecordingRefused(String textVersion) implements Note {}

        /// A score of a survey, 0 to 9.
        record Scored(String surveyVersion, String question, int score) implements Note {}

        /// What the caller entered was compared with the customer file.
        ///
        /// @param isVerified whether the digits were the right ones
        record Compared(boolean isVerified) implements Note {}

        /// The caller will be called back, in the place held so far.
        record PlaceKept() implements Note {}

        /// The caller has left a message for the agents of a queue.
        record MessageLeft(String queue) implements Note {}

        /// The caller goes on in that language, by its code.
        record LanguageChosen(String language) implements Note {}

        /// The number is marked as a nuisance, and the client's rule ends its calls.
        record TurnedAway() implements Note {}

        /// A node was entered.
        record Entered(String nodeName) implements Note {}

        /// The calendar of holidays does not reach this day; weekly hours decided.
        record HolidaysUnknown(String calendar) implements Note {}

        /// The flow went on for too long; the caller was sent to a person.
        record TooManySteps() implements Note {}
    }

    /// What came of it.
    sealed interface Outcome {
        record Done() implements Outcome {}

        record Pressed(char key) implements Outcome {}

        /// Digits were entered.
        ///
        /// @param terminator that ended the digits; `null`: there were enough, or time was up
        record Entered(SecretDigits digits, @Nullable Character terminator) implements Outcome {}

        record Nothing() implements Outcome {}

        record Compared(boolean isRight) implements Outcome {}

        record TalkEnded() implements Outcome {}
    }
}
