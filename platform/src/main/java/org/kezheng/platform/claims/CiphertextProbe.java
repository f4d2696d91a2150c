package org.kezheng.platform.claims;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Probe;
import org.kezheng.evidence.claims.ProbeFinding;

/// Looks at what is stored: every value of an encrypted column, a sample of them with the keys, a canary, and the
/// recordings.
final class CiphertextProbe implements Probe {
    static final String ID = "stored-ciphertext";

    private final EncryptedColumns columns;
    private final Canary canary;
    private final RecordingGuard recordings;

    CiphertextProbe(EncryptedColumns columns, Canary canary, RecordingGuard recordings) {
        this.columns = columns;
        this.canary = canary;
        this.recordings = recordings;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ProbeFinding run() throws IOException {
        List<Check> checks = new ArrayList<>(columns.checks());
        checks.addAll(canary.checks());
        checks.addAll(recordings.checks());
        return ProbeFinding.of(checks);
    }
}
