package org.kezheng.platform.skills;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of skill moves, for the client in scope. Joins the caller's transaction.
final class SkillMoveRows {
    private final JdbcClient database;

    SkillMoveRows(JdbcClient database) {
        this.database = database;
    }

    SkillMove insert(SkillMove.Wanted wanted, Instant since, Instant until) {
        ClientId client = ClientScope.required();
        long id = database.sql("""
                        insert into skill_move (client_id, agent_id, queue, moved_by, begun_at, until)
                        values (:client, :agent, :queue, :by, :since, :until) returning id""")
                .param("client", client.value())
                .param("agent", wanted.agent())
                .param("queue", wanted.queue())
                .param("by", wanted.by())
                .param("since", time(since))
                .param("until", time(until))
                .query(Long.class)
                .single();
        return new SkillMove(id, client, wanted, since, until);
    }

    /// Notes the end.
    ///
    /// @return whether it had not ended before
    boolean end(long id, String by, Instant at) {
        return database.sql("update skill_move set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                        .param("id", id)
                        .param("by", by)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    List<SkillMove> standing() {
        ClientId client = ClientScope.required();
        return database.sql("""
                        select id, agent_id, queue, moved_by, begun_at, until from skill_move
                        where ended_at is null order by id""")
                .query((row, at) -> new SkillMove(
                        row.getLong("id"),
                        client,
                        new SkillMove.Wanted(row.getInt("agent_id"), row.getString("queue"), row.getString("moved_by")),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
