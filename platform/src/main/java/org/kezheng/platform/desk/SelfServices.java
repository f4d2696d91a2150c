package org.kezheng.platform.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.callflow.Lending;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.ContactView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LivePlace;
import org.kezheng.security.access.SignedIn;

/// An agent lends the caller in hand to self-service (自助服务), where the agent hears nothing of what is entered, and
/// takes the caller back.
public final class SelfServices {
    private static final long PATIENCE_SECONDS = 5;

    private final Acd acd;
    private final LiveDesks desks;
    private final OwnTalks talks;
    private final Line line;

    public SelfServices(Acd acd, LiveDesks desks, Directory directory, Line line) {
        this.acd = acd;
        this.desks = desks;
        this.talks = new OwnTalks(desks, directory);
        this.line = line;
    }

    /// What leads callers.
    public interface Line {
        /// Whether the client of the contact has that flow, and it can be played.
        boolean has(LivePlace place, String flow);

        /// Lends the caller. [LiveDesks] knows of it before this is answered, and is told what comes of it.
        ///
        /// @return whether the agent has that caller in hand
        CompletableFuture<Boolean> lend(ContactId contact, String flow);
    }

    /// The view of what the call flow tells.
    public static ContactView.SelfService view(Lending lending) {
        return new ContactView.SelfService(
                lending.flow(), lending.state().code(), lending.since(), lending.isVerified(), lending.entered());
    }

    AgentView lend(SignedIn who, ContactId call, String flow) {
        talks.requireAtHand(who, call);
        LivePlace place = desks.placeOf(call).orElseThrow(() -> Problem.notFound("call.unknown"));
        if (place.isInternal()) {
            throw Problem.conflict("self-service.internal", "A colleague cannot be lent to self-service");
        }
        if (place.isOutward()) {
            throw Problem.conflict(
                    "self-service.outward",
                    "Only somebody who has called can be lent, and not somebody who was called");
        }
        if (!line.has(place, flow)) {
            throw Problem.invalid(
                    "flow",
                    "self-service.flow",
                    "The code of a self-service of the client's, as the configuration lists");
        }
        if (!isTaken(line.lend(call, flow))) {
            talks.requireAtHand(who, call);
            throw Problem.conflict("self-service.not-now", "The call is changing just now; look before trying again");
        }
        return desks.agent(AgentDesk.agent(who));
    }

    private static boolean isTaken(CompletableFuture<Boolean> answer) {
        try {
            return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            throw Problem.unavailable("acd.late", "The call centre did not answer in time; look before trying again");
        }
    }

    /// A caller who is held, and whose way in self-service was lost with the platform, is taken back as well.
    AgentView takeBack(SignedIn who, ContactId call) {
        AgentView now = talks.requireAlone(who, call);
        if (!desks.isLent(call) && !now.held()) {
            throw Problem.conflict("self-service.none", "The caller is not in self-service");
        }
        acd.require(new Command.Resume(call));
        return desks.agent(AgentDesk.agent(who));
    }
}
