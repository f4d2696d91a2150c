package org.kezheng.platform.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/// Whose fault it is that something in the database did not succeed.
enum DatabaseFailure {
    /// The database cannot be reached, or does not serve just now. Trying again helps.
    AWAY,
    /// The database cannot keep what it was given, such as U+0000.
    OF_THE_INPUT,
    /// The platform asked for what cannot be: a statement that is none, a row that a constraint refuses, a right
    /// that was taken. Trying again does not help.
    OURS;

    /// PostgreSQL's `character_not_in_repertoire`.
    private static final String NOT_IN_THE_CHARACTER_SET = "22021";
    /// Classes of states: connection exceptions, too few resources, errors of the system below, and transactions that
    /// were undone to let others pass.
    private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "58", "40");
    /// It stops, has crashed, takes nobody in yet, has become one that only reads, or waited for a lock in vain.
    private static final Set<String> AWAY_STATES = Set.of("57P01", "57P02", "57P03", "25006", "55P03");

    private static final int CLASS_LENGTH = 2;
    private static final int MOST_FRAMES = 12;

    static DatabaseFailure of(Throwable failure) {
        if (causes(failure).anyMatch(DatabaseFailure::isAway)) {
            return AWAY;
        }
        boolean isOfTheInput = causes(failure)
                .anyMatch(cause -> cause instanceof SQLException refused
                        && NOT_IN_THE_CHARACTER_SET.equals(refused.getSQLState()));
        return isOfTheInput ? OF_THE_INPUT : OURS;
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException pool -> true;
            case SQLNonTransientConnectionException connection -> true;
            case SQLRecoverableException connection -> true;
            case DataAccessResourceFailureException connection -> true;
            case SQLException refused -> isAway(refused.getSQLState());
            default -> false;
        };
    }

    /// What the database itself refuses has a state; without one it is the pool's word of a connection that is
    /// lost.
    private static boolean isAway(@Nullable String state) {
        return state == null
                || AWAY_STATES.contains(state)
                || (state.length() > CLASS_LENGTH && AWAY_CLASSES.contains(state.substring(0, CLASS_LENGTH)));
    }

    /// The kinds of the failure and of what caused it, with the states that the database gave, and where in the
    /// platform it came up: no word of any message, which may quote a row.
    static String told(Throwable failure) {
        String kinds = causes(failure)
                .map(cause -> cause.getClass().getSimpleName()
                        + (cause instanceof SQLException refused ? " (" + refused.getSQLState() + ")" : ""))
                .collect(Collectors.joining(" < "));
        String places = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.kezheng."))
                .limit(MOST_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", "));
        return kinds + " at " + places;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }
}
