package org.kezheng.crm.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.crm.consents.NuisanceMarks;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.testkit.postgres.TestDatabase;

/// Marks of nuisance callers, on a real database.
final class NuisanceMarksTest {
    private static CrmUnderTest crm;
    private static NuisanceMarks marks;

    @BeforeAll
    static void start(@TempDir Path directory) {
        crm = CrmUnderTest.start(directory);
        marks = crm.get(NuisanceMarks.class);
    }

    @AfterAll
    static void stop() {
        crm.close();
    }

    @Test
    void markHoldsOnceAnotherPersonHasConfirmedItAndUntilItIsLifted() {
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            NormalisedNumber number = number("13300005555");
            long id = marks.mark(number, NuisanceMarks.Reason.THREAT, 77, crm.agent());
            assertThat(marks.holds(number)).isFalse();
            assertThat(marks.confirm(id, 30, crm.agent())).as("one's own mark").isFalse();
            assertThat(marks.confirm(id, 30, crm.supervisor())).isTrue();
            assertThat(marks.confirm(id, 60, crm.supervisor()))
                    .as("a second time")
                    .isFalse();
            assertThat(marks.holds(number)).isTrue();
            assertThat(marks.holds(number("13300005556"))).isFalse();
            assertThat(marks.mark(number, NuisanceMarks.Reason.PRANK, 78, crm.agent()))
                    .as("one that stands stays")
                    .isEqualTo(id);
            NuisanceMarks.View view = marks.newest().stream()
                    .filter(one -> one.id() == id)
                    .findFirst()
                    .orElseThrow();
            assertThat(view.maskedNumber()).isEqualTo("133****5555");
            assertThat(view.reason()).isEqualTo("threat");
            assertThat(view.confirmedBy()).isEqualTo("supervisor1");
            assertThat(view.expiresAt()).isEqualTo(CrmUnderTest.NOW.plus(Duration.ofDays(30)));
            assertThat(view).asString().doesNotContain("5555");
            assertThat(marks.lift(id, crm.supervisor())).isTrue();
            assertThat(marks.lift(id, crm.supervisor())).isFalse();
            assertThat(marks.holds(number)).isFalse();
        });
    }

    @Test
    void markEndsByItself() throws SQLException {
        NormalisedNumber number = number("13300006666");
        long id = ClientScope.call(CrmUnderTest.FIRST, () -> {
            long marked = marks.mark(number, NuisanceMarks.Reason.SILENT, 79, crm.agent());
            assertThat(marks.confirm(marked, 1, crm.supervisor())).isTrue();
            return marked;
        });
        crm.database()
                .execute(
                        TestDatabase.ADMIN,
                        "update nuisance_mark set confirmed_at = confirmed_at - interval '1 day',"
                                + " expires_at = expires_at - interval '1 day' where id = " + id);
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            assertThat(marks.holds(number)).isFalse();
            assertThat(marks.mark(number, NuisanceMarks.Reason.SILENT, 80, crm.agent()))
                    .as("one that has ended does not stand in the way of the next")
                    .isNotEqualTo(id);
        });
    }

    @Test
    void anotherClientKnowsNothingOfIt() {
        NormalisedNumber number = number("13300007777");
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            long id = marks.mark(number, NuisanceMarks.Reason.ABUSE, 81, crm.agent());
            marks.confirm(id, 7, crm.supervisor());
        });
        ClientScope.run(CrmUnderTest.SECOND, () -> {
            assertThat(marks.holds(number)).isFalse();
            assertThat(marks.newest()).isEmpty();
        });
    }

    @Test
    void reasonsHaveCodes() {
        assertThat(NuisanceMarks.Reason.of("harassment")).contains(NuisanceMarks.Reason.HARASSMENT);
        assertThat(NuisanceMarks.Reason.of("boring")).isEmpty();
    }

    private static NormalisedNumber number(String written) {
        return NormalisedNumber.of(written).orElseThrow();
    }
}
