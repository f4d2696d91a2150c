package org.kezheng.platform.skills;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// Looks at the moves each second, from when the platform serves until it ends.
final class SkillMoveTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SkillMoveTimer.class);
    private static final long SECONDS = 1;

    private final SkillMoves moves;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-skill-moves").daemon().factory());

    SkillMoveTimer(SkillMoves moves) {
        this.moves = moves;
    }

    @EventListener
    void whenServed(ApplicationReadyEvent served) {
        var _ = timer.scheduleWithFixedDelay(this::tick, 0, SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            moves.tick();
        } catch (RuntimeException failure) {
            LOG.atWarn().addKeyValue("failure", failure.getClass().getName()).log("Skill moves could not be looked at");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
