package org.kezheng.evidence.claims;

import java.util.List;
import java.util.Locale;
import org.kezheng.evidence.claims.Claim.Words;

/// What a run of a probe found.
public record ProbeFinding(Outcome outcome, List<Check> checks) {
    public ProbeFinding {
        checks = List.copyOf(checks);
    }

    /// Holds when every check does; without any check nothing was tried.
    public static ProbeFinding of(List<Check> checks) {
        if (checks.isEmpty()) {
            return failed(new Words("没有可检查的内容", "There was nothing to try"), "-");
        }
        boolean holds = checks.stream().allMatch(Check::holds);
        return new ProbeFinding(holds ? Outcome.HOLDS : Outcome.DISPROVED, checks);
    }

    /// The thing could not be tried.
    ///
    /// @param observed a code or the kind of a failure, never its text
    public static ProbeFinding failed(Words words, String observed) {
        return new ProbeFinding(
                Outcome.FAILED, List.of(Check.judged("could-not-run", words, new Check.Verdict(false, "-", observed))));
    }

    /// How a probe's run ended.
    public enum Outcome {
        /// Everything that was tried is as the claim says.
        HOLDS,
        /// Something that was tried is not as the claim says.
        DISPROVED,
        /// The probe could not try it; nothing is known.
        FAILED;

        /// The word of the interface and of the table.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
