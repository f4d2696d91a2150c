package org.kezheng.platform.skills;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Supervisors lend agents to queues for a while.
@RestController
class SkillMoveController {
    private final SkillMoves moves;
    private final Directory directory;

    SkillMoveController(SkillMoves moves, Directory directory) {
        this.moves = moves;
        this.directory = directory;
    }

    record WantedMove(
            @Nullable String agent,
            @Nullable String queue,
            @Nullable Long minutes) {}

    /// @param until when it ends by itself
    record MoveView(
            String id, String agent, String displayName, String queue, String by, Instant since, Instant until) {}

    @GetMapping("/api/skill-moves")
    List<MoveView> list(@AuthenticationPrincipal SignedIn who) {
        return moves.of(who.client()).stream().map(this::view).toList();
    }

    @PostMapping("/api/skill-moves")
    @ResponseStatus(HttpStatus.CREATED)
    MoveView begin(@AuthenticationPrincipal SignedIn who, @RequestBody WantedMove wanted) {
        Long minutes = wanted.minutes();
        if (minutes == null || minutes < 1 || minutes > SkillMoves.LONGEST.toMinutes()) {
            throw Problem.invalid("minutes", "skill-move.minutes", "From 1 to 720 minutes");
        }
        return view(moves.begin(
                who,
                required("agent", wanted.agent()),
                required("queue", wanted.queue()),
                Duration.ofMinutes(minutes)));
    }

    @DeleteMapping("/api/skill-moves/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal SignedIn who, @PathVariable("id") String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.notFound("skill-move.unknown");
        }
        moves.cancel(who, Long.parseLong(id));
    }

    private MoveView view(SkillMove move) {
        SkillMove.Wanted wanted = move.wanted();
        return new MoveView(
                Long.toString(move.id()),
                directory.agentUser(wanted.agent()),
                directory.displayName(wanted.agent()),
                wanted.queue(),
                wanted.by(),
                move.since(),
                move.until());
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "field.required", "The field is missing");
        }
        return value;
    }
}
