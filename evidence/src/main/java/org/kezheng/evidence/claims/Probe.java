package org.kezheng.evidence.claims;

/// Tries one claim on the running system. A probe that cannot fail is a defect: its tests break the thing and see it
/// disproved.
public interface Probe {
    /// The code by which claims and addresses name it.
    String id();

    /// Tries it once, on a thread of its own, which is interrupted when the time is over. Never two runs at once.
    ///
    /// @throws Exception when it could not be tried; the run then counts as failed, and its claim as unproven
    ProbeFinding run() throws Exception;
}
