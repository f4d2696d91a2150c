package org.kezheng.platform.claims;

import java.util.ArrayList;
import java.util.List;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.evidence.claims.Probe;
import org.kezheng.evidence.claims.ProbeFinding;
import org.kezheng.platform.recordings.MissingTalk;
import org.kezheng.platform.recordings.MissingTalks;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;

/// Compares the talks of the last day, each answered offer, with the recordings that are listed.
final class TalksRecordedProbe implements Probe {
    static final String ID = "talks-recorded";
    private static final int SHOWN = 5;

    private final Clients clients;
    private final MissingTalks talks;

    TalksRecordedProbe(Clients clients, MissingTalks talks) {
        this.clients = clients;
        this.talks = talks;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ProbeFinding run() {
        List<String> missing = new ArrayList<>();
        for (Client client : clients.all()) {
            talks.of(client.id()).stream().map(TalksRecordedProbe::name).forEach(missing::add);
        }
        String found = missing.isEmpty()
                ? "none"
                : String.join(", ", missing.stream().limit(SHOWN).toList())
                        + (missing.size() > SHOWN ? " +" + (missing.size() - SHOWN) : "");
        return ProbeFinding.of(List.of(Check.equal(
                "talks.recorded",
                new Words("过去一天已接听的每段通话都有录音", "Each talk of the last day has its recording"),
                "none",
                found)));
    }

    private static String name(MissingTalk talk) {
        return talk.contact() + "/" + talk.offer();
    }
}
