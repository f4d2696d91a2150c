package org.kezheng.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

final class DatabaseFailureTest {
    @ParameterizedTest
    @CsvSource({
        "08001, AWAY",
        "08006, AWAY",
        "57P01, AWAY",
        "57P03, AWAY",
        "53300, AWAY",
        "25006, AWAY",
        "22021, OF_THE_INPUT",
        "22001, OURS",
        "22008, OURS",
        "23503, OURS",
        "23505, OURS",
        "42501, OURS",
        "42601, OURS",
        "57014, OURS"
    })
    void theStateSaysWhoseFaultItIs(String state, DatabaseFailure expected) {
        SQLException refused = new SQLException("Key (number)=(13312345678) already exists", state);
        assertThat(DatabaseFailure.of(new DataRetrievalFailureException("failed", refused)))
                .isEqualTo(expected);
    }

    @Test
    void aPoolThatGivesNoConnectionMeansThatTheDatabaseIsAway() {
        assertThat(DatabaseFailure.of(new CannotCreateTransactionException(
                        "none", new SQLTransientConnectionException("Timed out after 2000ms", "28000"))))
                .isEqualTo(DatabaseFailure.AWAY);
        assertThat(DatabaseFailure.of(
                        new CannotCreateTransactionException("none", new SQLException("Connection is closed"))))
                .isEqualTo(DatabaseFailure.AWAY);
    }

    @Test
    void whatNoDatabaseSaidIsThePlatformsOwn() {
        assertThat(DatabaseFailure.of(new EmptyResultDataAccessException(1))).isEqualTo(DatabaseFailure.OURS);
        assertThat(DatabaseFailure.of(new UnexpectedRollbackException("marked")))
                .isEqualTo(DatabaseFailure.OURS);
    }

    @Test
    void whatIsToldHoldsKindsAndPlacesAndNoWordOfAMessage() {
        String told = DatabaseFailure.told(new DataIntegrityViolationException(
                "insert into customer", new SQLException("Key (number)=(13312345678) already exists", "23505")));
        assertThat(told)
                .contains("DataIntegrityViolationException < SQLException (23505)", "DatabaseFailureTest")
                .doesNotContain("13312345678", "number", "insert");
    }
}
