package org.kezheng.crm.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.crm.consents.ConsentId;
import org.kezheng.crm.consents.Consents;
import org.kezheng.crm.consents.DoNotCall;
import org.kezheng.crm.consents.Purpose;
import org.kezheng.crm.consents.RefusalView;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.testkit.postgres.TestDatabase;

/// Consents and refusals, on a real database.
final class ConsentsTest {
    private static CrmUnderTest crm;
    private static Consents consents;
    private static DoNotCall refusals;

    @BeforeAll
    static void start(@TempDir Path directory) {
        crm = CrmUnderTest.start(directory);
        consents = crm.get(Consents.class);
        refusals = crm.get(DoNotCall.class);
    }

    @AfterAll
    static void stop() {
        crm.close();
    }

    @Test
    void consentStandsForItsNumberUntilItIsWithdrawn() {
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            NormalisedNumber number = number("13300001111");
            ConsentId id = record(number);
            Consents.ConsentStanding standing = consents.standing(id, number).orElseThrow();
            assertThat(standing.isOfNumber()).isTrue();
            assertThat(standing.purpose()).isEqualTo("survey");
            assertThat(standing.withdrawnAt()).isNull();
            assertThat(consents.standing(id, number("13300001112"))
                            .orElseThrow()
                            .isOfNumber())
                    .isFalse();
            assertThat(consents.withdraw(id, crm.agent())).isTrue();
            assertThat(consents.withdraw(id, crm.agent())).isFalse();
            assertThat(consents.standing(id, number).orElseThrow().withdrawnAt())
                    .isEqualTo(CrmUnderTest.NOW);
        });
    }

    @Test
    void consentsAreShownMaskedAndFoundByTheirNumber() {
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            NormalisedNumber number = number("13300002222");
            ConsentId id = record(number);
            Consents.ConsentView view = consents.ofNumber(number).getFirst();
            assertThat(view.id()).isEqualTo(id);
            assertThat(view.maskedNumber()).isEqualTo("133****2222");
            assertThat(view.contact()).isEqualTo(77L);
            assertThat(view.recordedBy()).isEqualTo("agent1");
            assertThat(consents.newest()).contains(view);
            assertThat(consents.ofNumber(number("13300002223"))).isEmpty();
        });
    }

    @Test
    void refusalHoldsAtOnceAndUntilThePersonReversesIt() {
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            NormalisedNumber number = number("13300003333");
            assertThat(refusals.holds(number)).isFalse();
            long id = refusals.add(number, "person-refused", null, crm.agent());
            assertThat(refusals.holds(number)).isTrue();
            assertThat(refusals.add(number, "complaint", 5L, crm.agent()))
                    .as("one that is there stays")
                    .isEqualTo(id);
            RefusalView view = refusals.newest().getFirst();
            assertThat(view.maskedNumber()).isEqualTo("133****3333");
            assertThat(view.reason()).isEqualTo("person-refused");
            assertThat(refusals.reverse(id, crm.agent())).isTrue();
            assertThat(refusals.reverse(id, crm.agent())).isFalse();
            assertThat(refusals.holds(number)).isFalse();
            assertThat(refusals.newest().getFirst().reversedAt()).isEqualTo(CrmUnderTest.NOW);
        });
    }

    @Test
    void anotherClientKnowsNothingOfEither() {
        NormalisedNumber number = number("13300004444");
        ConsentId id = ClientScope.call(CrmUnderTest.FIRST, () -> {
            refusals.add(number, "regulator", null, crm.agent());
            return record(number);
        });
        ClientScope.run(CrmUnderTest.SECOND, () -> {
            assertThat(consents.standing(id, number)).isEmpty();
            assertThat(consents.ofNumber(number)).isEmpty();
            assertThat(consents.newest()).isEmpty();
            assertThat(consents.withdraw(id, crm.agent())).isFalse();
            assertThat(refusals.holds(number)).isFalse();
            assertThat(refusals.newest()).isEmpty();
        });
        assertThatThrownBy(() -> refusals.holds(number)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void storedRowsHoldCipherAlone() throws SQLException {
        NormalisedNumber number = number("13300005555");
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            record(number);
            refusals.add(number, "complaint", null, crm.agent());
        });
        String clear = HexFormat.of().formatHex(number.reveal().getBytes(StandardCharsets.UTF_8));
        try (Connection connection = crm.database().connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('kezheng.client', '1', false)");
            for (String table : List.of("consent", "do_not_call")) {
                int read = 0;
                try (ResultSet rows = statement.executeQuery("select encode(number_cipher, 'hex') from " + table)) {
                    while (rows.next()) {
                        assertThat(rows.getString(1)).doesNotContain(clear);
                        read++;
                    }
                }
                assertThat(read).as(table).isPositive();
            }
        }
    }

    @Test
    void purposesAndIdsAreHeldToTheirForm() {
        assertThat(Purpose.of("service-notice")).contains(Purpose.SERVICE_NOTICE);
        assertThat(Purpose.of("marketing")).isEmpty();
        assertThatThrownBy(() -> new ConsentId(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ConsentId record(NormalisedNumber number) {
        Consents.NewConsent consent = new Consents.NewConsent(
                number,
                Purpose.SURVEY,
                "call",
                77L,
                "v1",
                CrmUnderTest.NOW,
                CrmUnderTest.NOW.plus(Duration.ofDays(365)));
        return consents.record(consent, crm.agent());
    }

    private static NormalisedNumber number(String written) {
        return NormalisedNumber.of(written).orElseThrow();
    }
}
