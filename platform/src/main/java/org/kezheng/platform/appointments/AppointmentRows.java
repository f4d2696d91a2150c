package org.kezheng.platform.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.gate.SealedNumbers;
import org.kezheng.platform.gate.Voucher;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of appointments, for the client in scope. Joins the caller's transaction.
final class AppointmentRows {
    private static final int MOST = 200;
    private static final int MOST_DUE = 50;
    private static final String TABLE = "scheduled_callback";
    private static final String NO_REASON = "appointment";

    private final JdbcClient database;
    private final CustomerCiphers ciphers;
    private final SealedNumbers numbers;

    AppointmentRows(JdbcClient database, CustomerCiphers ciphers, SealedNumbers numbers) {
        this.database = database;
        this.ciphers = ciphers;
        this.numbers = numbers;
    }

    /// An appointment whose time has come.
    record Due(
            long id,
            @Nullable Integer owner,
            SecretString number,
            String queue,
            Voucher voucher,
            Instant dueAt,
            int attempts) {}

    /// An appointment that was offered.
    ///
    /// @param isKnown whether the records have the call
    /// @param outcome what the records say of it; null: it goes on
    record Offered(
            long id,
            @Nullable Integer owner,
            long contact,
            Instant begunAt,
            boolean isKnown,
            @Nullable String outcome) {}

    /// @param owner null: it is nobody's own
    long insert(NewAppointment wanted, @Nullable Integer owner, String by, Instant now) {
        long id = database.sql("select nextval('scheduled_callback_id_seq')")
                .query(Long.class)
                .single();
        database.sql("""
                        insert into scheduled_callback (id, client_id, number_cipher, number_index, queue, agent_id, due_at,
                        purpose, voucher, reason, state, outcome, created_by, created_at, customer_id, note_cipher)
                        values (:id, :client, :cipher, :index, :queue, :owner, :due, 'callback', :voucher, :reason,
                        'scheduled', '', :by, :now, :customer, :note)""")
                .param("id", id)
                .param("client", ClientScope.required().value())
                .param("cipher", numbers.seal(id, wanted.number()))
                .param("index", numbers.index(wanted.number()))
                .param("queue", wanted.queue())
                .param("owner", owner)
                .param("due", utc(wanted.dueAt()))
                .param("voucher", wanted.voucher().code())
                .param("reason", owner == null ? "not-reached" : NO_REASON)
                .param("by", by)
                .param("now", utc(now))
                .param("customer", wanted.customer())
                .param("note", ciphers.sealForClient(note(id), wanted.note()).bytes())
                .update();
        return id;
    }

    /// What an agent has before them and what became of today's, what is due first.
    List<Appointment> ofOwner(int owner, Instant endedSince) {
        return database.sql("""
                        select * from scheduled_callback where agent_id = :owner
                        and (state in ('scheduled', 'due') or due_at >= :since)
                        order by state in ('scheduled', 'due') desc, due_at, id limit\s""" + MOST)
                .param("owner", owner)
                .param("since", utc(endedSince))
                .query(this::read)
                .list();
    }

    /// What is nobody's own and is to come, and what came of today's, what is due first.
    List<Appointment> ofNobody(Instant endedSince) {
        return database.sql("""
                        select * from scheduled_callback where agent_id is null
                        and (state in ('scheduled', 'due') or due_at >= :since)
                        order by state in ('scheduled', 'due') desc, due_at, id limit\s""" + MOST)
                .param("since", utc(endedSince))
                .query(this::read)
                .list();
    }

    boolean cancelRetry(long id) {
        return database.sql("""
                        update scheduled_callback set state = 'cancelled'
                        where id = :id and agent_id is null and state = 'scheduled'""").param("id", id).update() == 1;
    }

    void putOff(long id, Instant dueAt) {
        database.sql("update scheduled_callback set due_at = :due where id = :id and state = 'scheduled'")
                .param("id", id)
                .param("due", utc(dueAt))
                .update();
    }

    Optional<Appointment> find(long id) {
        return database.sql("select * from scheduled_callback where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /// False when the appointment is not the owner's, or not before them any more.
    boolean move(long id, int owner, Instant dueAt) {
        return database.sql("""
                        update scheduled_callback set due_at = :due, attempts = 0
                        where id = :id and agent_id = :owner and state = 'scheduled'""")
                        .param("id", id)
                        .param("owner", owner)
                        .param("due", utc(dueAt))
                        .update()
                == 1;
    }

    boolean cancel(long id, int owner) {
        return database.sql("""
                        update scheduled_callback set state = 'cancelled'
                        where id = :id and agent_id = :owner and state = 'scheduled'""").param("id", id).param("owner", owner).update() == 1;
    }

    /// Appointments whose time has come, oldest first; one that was refused for a while waits a minute for each time.
    List<Due> due(Instant now) {
        return database.sql("""
                        select * from scheduled_callback where state = 'scheduled'
                        and due_at + attempts * interval '1 minute' <= :now order by due_at, id limit\s""" + MOST_DUE)
                .param("now", utc(now))
                .query((row, at) -> new Due(
                        row.getLong("id"),
                        row.getObject("agent_id", Integer.class),
                        numbers.open(row.getLong("id"), row.getBytes("number_cipher")),
                        row.getString("queue"),
                        Voucher.of(row.getString("voucher")),
                        instant(row, "due_at"),
                        row.getInt("attempts")))
                .list();
    }

    /// Whose appointments became due after `from`, and until `until`.
    List<Integer> ownersOfDue(Instant from, Instant until) {
        return database.sql("""
                        select distinct agent_id from scheduled_callback
                        where state = 'scheduled' and agent_id is not null and due_at > :from and due_at <= :until""")
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, at) -> row.getInt("agent_id"))
                .list();
    }

    /// Appointments that were offered and of which it is not known what came of them.
    ///
    /// @param by the records' outcome counts of calls that were over by then
    List<Offered> offered(Instant by) {
        return database.sql("""
                        select s.id, s.agent_id, s.contact_id, s.begun_at, c.contact_id is not null as is_known,
                        case when c.ended_at <= :by then c.outcome end as outcome
                        from scheduled_callback s left join call_record c on c.contact_id = s.contact_id
                        where s.state = 'due' order by s.id limit\s""" + MOST)
                .param("by", utc(by))
                .query((row, at) -> new Offered(
                        row.getLong("id"),
                        row.getObject("agent_id", Integer.class),
                        row.getLong("contact_id"),
                        instant(row, "begun_at"),
                        row.getBoolean("is_known"),
                        row.getString("outcome")))
                .list();
    }

    /// False when it was moved, cancelled or offered meanwhile.
    boolean begin(long id, long contact, Instant now) {
        return database.sql("""
                        update scheduled_callback set state = 'due', contact_id = :contact, begun_at = :now,
                        attempts = attempts + 1 where id = :id and state = 'scheduled'""")
                        .param("id", id)
                        .param("contact", contact)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// The call never came into being: the appointment is offered anew.
    void takeBack(long id) {
        database.sql("update scheduled_callback set state = 'scheduled', contact_id = null where id = :id")
                .param("id", id)
                .update();
    }

    void tryLater(long id) {
        database.sql("update scheduled_callback set attempts = attempts + 1 where id = :id and state = 'scheduled'")
                .param("id", id)
                .update();
    }

    void end(long id, Appointment.State state, String outcome) {
        database.sql("update scheduled_callback set state = :state, outcome = :outcome where id = :id")
                .param("id", id)
                .param("state", state.code())
                .param("outcome", outcome)
                .update();
    }

    private Appointment read(ResultSet row, int at) throws SQLException {
        long id = row.getLong("id");
        byte[] note = row.getBytes("note_cipher");
        return new Appointment(
                id,
                row.getObject("agent_id", Integer.class),
                numbers.masked(id, row.getBytes("number_cipher")),
                row.getObject("customer_id", Long.class),
                instant(row, "due_at"),
                note == null ? "" : ciphers.open(note(id), Ciphertext.of(note)).reveal(),
                row.getString("queue"),
                Appointment.State.of(row.getString("state")),
                row.getString("outcome"),
                row.getObject("contact_id", Long.class));
    }

    private static FieldAddress note(long id) {
        return FieldAddress.of(ClientScope.required(), TABLE, "note_cipher", id);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
