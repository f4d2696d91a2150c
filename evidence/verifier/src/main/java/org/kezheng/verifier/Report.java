package org.kezheng.verifier;

import java.util.List;

/// What the checks found. It holds when there was something to check and every check holds.
///
/// @param subject what was checked
/// @param checks in the order in which they were made
public record Report(Subject subject, List<Check> checks) {
    public Report {
        checks = List.copyOf(checks);
    }

    /// Whether everything is as it must be, the signer included.
    public boolean holds() {
        return !checks.isEmpty() && checks.stream().allMatch(Check::holds);
    }

    /// The result in one sentence.
    public Words verdict() {
        if (holds()) {
            return new Words("核验通过。", "Verified: everything checked holds.");
        }
        List<String> failed =
                checks.stream().filter(check -> !check.holds()).map(Check::code).toList();
        if (failed.stream().allMatch("signer-unchecked"::equals)) {
            return new Words(
                    "内部一致，但未核对签名者：请以 --trust 给出从可靠途径取得的公钥。",
                    "Internally consistent, signer not checked: give the public key, had by a way you trust, by --trust.");
        }
        return new Words("核验未通过。", "Not verified: something does not hold.");
    }
}
