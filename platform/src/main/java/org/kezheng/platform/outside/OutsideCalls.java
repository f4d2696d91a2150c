package org.kezheng.platform.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.callflow.GatePass;
import org.kezheng.platform.callflow.OutsideResult;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.gate.GateDecision;
import org.kezheng.platform.gate.GateProblems;
import org.kezheng.platform.gate.GateRecord;
import org.kezheng.platform.gate.GateRequest;
import org.kezheng.platform.gate.GateRule;
import org.kezheng.platform.gate.Voucher;
import org.kezheng.platform.gate.Way;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTopic;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.telephony.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Calls that the agent's answer begins. The gate is asked twice: when somebody wants the call, so that a refusal
/// is told at once, and at the moment of dialling, which alone lets it out.
public final class OutsideCalls {
    private static final int MOST_RESULTS = 2_000;
    /// Who asks for what no user asked for.
    public static final String PLATFORM = "platform";
    /// What is refused now may be allowed later.
    private static final Set<GateRule> FOR_NOW =
            EnumSet.of(GateRule.HOURS, GateRule.FREQUENCY, GateRule.OWN_NUMBER_FREQUENCY);

    private final Gate gate;
    private final ConfidentialLog log;
    private final Rows rows;
    private final LiveDesks desks;
    private final ContactNumbers numbers;
    private final Map<Long, OutsideResult> results = Collections.synchronizedMap(new Bounded());

    OutsideCalls(Gate gate, ConfidentialLog log, Rows rows, LiveDesks desks, Clock clock) {
        this.gate = gate;
        this.log = log;
        this.rows = rows;
        this.desks = desks;
        this.numbers = new ContactNumbers(clock);
    }

    /// Asks the gate beforehand and prepares the contact: its number stands in the confidential log, what it is
    /// for in the table.
    ///
    /// @return the contact's id, under which it is to arrive at the engine
    /// @throws org.kezheng.platform.http.Problem when the gate refuses
    public long prepare(NewOutsideCall wanted, String askedBy) {
        GateRequest request = new GateRequest(
                wanted.way(),
                wanted.purpose(),
                wanted.number(),
                wanted.voucher(),
                wanted.ownNumber(),
                null,
                askedBy,
                GateRequest.Stage.ASKED);
        if (gate.decide(request) instanceof GateDecision.Refused refused) {
            throw GateProblems.of(refused);
        }
        long contact = numbers.next();
        log.appendCallingNumber(contact, ClientScope.required(), new SecretString(dialled(wanted.number())));
        rows.insert(contact, wanted, askedBy);
        return contact;
    }

    /// Prepares calling back whoever asked for it in that contact, and gives the contact in which that will be;
    /// empty when no number is known, or the gate would never let it out. What it refuses for now only, such as
    /// the hours, is no obstacle: it is asked again when the call is dialled.
    ///
    /// @throws RuntimeException when the database does not answer; then nothing is to be promised
    public OptionalLong prepareCallback(long askedIn, ClientId client) {
        return ClientScope.call(
                client,
                () -> log.numberOf(askedIn)
                        .map(number -> prepareCallback(askedIn, number))
                        .orElse(OptionalLong.empty()));
    }

    private OptionalLong prepareCallback(long askedIn, SecretString number) {
        long contact = numbers.next();
        Wish wish = request(askedIn);
        GateDecision decision = gate.decide(new GateRequest(
                wish.way(),
                wish.purpose(),
                number,
                wish.voucher(),
                null,
                contact,
                wish.askedBy(),
                GateRequest.Stage.ASKED));
        boolean isNever = decision instanceof GateDecision.Refused refused
                && refused.failures().stream().anyMatch(failure -> !FOR_NOW.contains(failure.rule()));
        if (isNever) {
            return OptionalLong.empty();
        }
        log.appendCallingNumber(contact, ClientScope.required(), number);
        rows.insert(contact, new NewOutsideCall(wish.way(), wish.purpose(), number, wish.voucher(), null), PLATFORM);
        return OptionalLong.of(contact);
    }

    /// The gate's word at the moment of dialling.
    ///
    /// @param precursor the contact in which the customer asked to be called back; 0: none
    /// @param noTrunk why no trunk can take the call; empty: a line is kept for it
    public Optional<GatePass> ask(long contact, ClientId client, long precursor, String noTrunk) {
        return ClientScope.call(client, () -> {
            Optional<SecretString> number =
                    log.numberOf(contact).or(() -> precursor == 0 ? Optional.empty() : log.numberOf(precursor));
            Optional<Wish> wish = rows.find(contact).or(() -> ownRequest(precursor));
            if (number.isEmpty() || wish.isEmpty()) {
                return Optional.empty();
            }
            return decide(contact, number.get(), wish.get(), noTrunk);
        });
    }

    private Optional<GatePass> decide(long contact, SecretString number, Wish wish, String noTrunk) {
        GateRequest request = new GateRequest(
                wish.way(),
                wish.purpose(),
                number,
                wish.voucher(),
                null,
                contact,
                wish.askedBy(),
                GateRequest.Stage.DIALLED);
        return switch (gate.decide(request, noTrunk)) {
            case GateDecision.Allowed(var decision, var own) ->
                Optional.of(new GatePass(decision, new PhoneNumber(dialled(number)), new PhoneNumber(own)));
            case GateDecision.Refused refused -> {
                tellResult(contact);
                yield Optional.empty();
            }
        };
    }

    /// Asks the gate whether a caller may be handed to this number, or an agent ask there first.
    ///
    /// @param way [Way#TRANSFER] or [Way#CONSULTATION]
    /// @param stage `DIALLED`: the leg is ordered at once when the gate lets it out
    /// @throws org.kezheng.platform.http.Problem when the gate refuses
    public GatePass handOut(Way way, SecretString number, long contact, String askedBy, GateRequest.Stage stage) {
        GateRequest request =
                new GateRequest(way, way.code(), number, new Voucher.None(), null, contact, askedBy, stage);
        return switch (gate.decide(request)) {
            case GateDecision.Allowed(var decision, var own) ->
                new GatePass(decision, new PhoneNumber(dialled(number)), new PhoneNumber(own));
            case GateDecision.Refused refused -> throw GateProblems.of(refused);
        };
    }

    /// Asks the gate whether a call that came in may ring at an agent's mobile now.
    ///
    /// @param contact the call; it is the voucher
    /// @param noTrunk why no trunk can take the leg; empty: a line is kept for it
    public Optional<GatePass> toMobile(SecretString number, long contact, String agent, String noTrunk) {
        GateRequest request = new GateRequest(
                Way.AGENT_DEVICE,
                Way.AGENT_DEVICE.code(),
                number,
                new Voucher.ForCall(contact),
                null,
                contact,
                agent,
                GateRequest.Stage.DIALLED);
        return switch (gate.decide(request, noTrunk)) {
            case GateDecision.Allowed(var decision, var own) ->
                Optional.of(new GatePass(decision, new PhoneNumber(dialled(number)), new PhoneNumber(own)));
            case GateDecision.Refused refused -> Optional.empty();
        };
    }

    private static Optional<Wish> ownRequest(long precursor) {
        return precursor == 0 ? Optional.empty() : Optional.of(request(precursor));
    }

    private static Wish request(long askedIn) {
        return new Wish(Way.QUEUE_CALLBACK, "callback", new Voucher.OwnRequest(askedIn), PLATFORM);
    }

    private static String dialled(SecretString number) {
        return NormalisedNumber.of(number.reveal()).orElseThrow().dialled().reveal();
    }

    /// Notes what came of calling the contact's customer, and tells whoever has the contact.
    public void ended(long contact, OutsideResult result) {
        results.put(contact, result);
        tellResult(contact);
    }

    private void tellResult(long contact) {
        desks.changed(contact, LiveTopic.OUTSIDE_RESULT);
    }

    /// What came of calling the contact's customer; empty while it is not known.
    public Optional<OutsideResult> resultOf(long contact) {
        return Optional.ofNullable(results.get(contact));
    }

    /// Whether an agent wanted the call by a click: then it is no other agent's to make.
    ///
    /// @throws RuntimeException when the database does not answer
    public boolean isByClick(long contact, ClientId client) {
        return ClientScope.call(
                client,
                () -> rows.find(contact)
                        .filter(wish -> wish.way() == Way.CLICK_TO_CALL)
                        .isPresent());
    }

    /// Whether this user asked for the call.
    public boolean isAskedBy(long contact, String user) {
        return rows.find(contact).map(Wish::askedBy).filter(user::equals).isPresent();
    }

    /// What the gate said about the contact, in order.
    public List<GateRecord> decisions(long contact) {
        return gate.ofContact(contact);
    }

    /// What a call is for.
    record Wish(Way way, String purpose, Voucher voucher, String askedBy) {}

    /// The table of what each call is for, for the client in scope.
    static final class Rows {
        private final JdbcClient database;
        private final Clock clock;
        private final TransactionTemplate transaction;

        Rows(JdbcClient database, Clock clock, PlatformTransactionManager transactions) {
            this.database = database;
            this.clock = clock;
            this.transaction = new TransactionTemplate(transactions);
        }

        void insert(long contact, NewOutsideCall wanted, String askedBy) {
            transaction.executeWithoutResult(status -> database.sql("""
                            insert into outside_call (contact_id, client_id, way, purpose, voucher, asked_by, asked_at)
                            values (:contact, :client, :way, :purpose, :voucher, :by, :now)""")
                    .param("contact", contact)
                    .param("client", ClientScope.required().value())
                    .param("way", wanted.way().code())
                    .param("purpose", wanted.purpose())
                    .param("voucher", wanted.voucher().code())
                    .param("by", askedBy)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update());
        }

        Optional<Wish> find(long contact) {
            return Objects.requireNonNull(transaction.execute(status -> database.sql(
                            "select way, purpose, voucher, asked_by from outside_call where contact_id = :contact")
                    .param("contact", contact)
                    .query(Rows::read)
                    .optional()));
        }

        private static Wish read(ResultSet row, int at) throws SQLException {
            return new Wish(
                    Way.of(row.getString("way")),
                    row.getString("purpose"),
                    Voucher.of(row.getString("voucher")),
                    row.getString("asked_by"));
        }
    }

    private static final class Bounded extends LinkedHashMap<Long, OutsideResult> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Long, OutsideResult> eldest) {
            return size() > MOST_RESULTS;
        }
    }
}
