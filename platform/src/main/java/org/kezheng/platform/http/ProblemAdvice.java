package org.kezheng.platform.http;

import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kezheng.security.ledger.LedgerDamagedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Turns whatever went wrong into problem details. What a library says about a failure stays in the log: it may quote
/// the request.
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9.]{1,80}");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem) {
        ProblemDetail detail = detail(problem.status(), problem.rule(), String.valueOf(problem.getMessage()));
        problem.fields().forEach(detail::setProperty);
        HttpHeaders headers = new HttpHeaders();
        if (problem.fields().get("retryAfterSeconds") instanceof Long seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return answer(detail, headers);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, PersistenceException.class})
    ResponseEntity<ProblemDetail> databaseFailed(
            Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        requireNothingSent(failure, response);
        return switch (DatabaseFailure.of(failure)) {
            case AWAY -> {
                LOG.warn("{} {}: the database does not answer", request.getMethod(), request.getRequestURI(), failure);
                yield answer(
                        detail(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "database.unavailable",
                                "The database does not answer; calls go on. Try again in a moment"),
                        new HttpHeaders());
            }
            case OF_THE_INPUT ->
                answer(
                        detail(
                                HttpStatus.BAD_REQUEST,
                                "request.character",
                                "A character in the request cannot be kept"),
                        new HttpHeaders());
            case OURS -> {
                // What the database says may quote a row; what kind of failure it was and where is enough.
                LOG.error(
                        "{} {} failed: {}",
                        request.getMethod(),
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                        DatabaseFailure.told(failure));
                yield failed();
            }
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ledgerDamaged(
            LedgerDamagedException damaged, HttpServletRequest request, HttpServletResponse response) {
        requireNothingSent(damaged, response);
        LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), damaged.getMessage());
        return answer(
                detail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "ledger.damaged",
                        "The ledger is not what was signed before; nothing is signed"),
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        if (BodyLimit.TooLongException.isCauseOf(unreadable)) {
            return answer(
                    detail(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "request.too-long",
                            "A body has at most " + BodyLimit.MOST_BYTES + " bytes"),
                    new HttpHeaders());
        }
        if (unreadable.getCause() instanceof DatabindException wrong) {
            String field = wrong.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            if (FIELD.matcher(field).matches()) {
                ProblemDetail detail = detail(
                        HttpStatus.BAD_REQUEST, "field.type", "The value is not of the kind that is expected here");
                detail.setProperty("field", field);
                return answer(detail, new HttpHeaders());
            }
        }
        return answer(
                detail(HttpStatus.BAD_REQUEST, "request.unreadable", "The body is not the JSON that is expected here"),
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, "field.required", "The parameter is missing");
        detail.setProperty("field", missing.getParameterName());
        return answer(detail, new HttpHeaders());
    }

    /// Spring Security answers these itself.
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void passedOn(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        requireNothingSent(failure, response);
        if (failure instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            return answer(
                    detail(status, "request.refused", "The request cannot be taken as it is"), known.getHeaders());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return failed();
    }

    private static ResponseEntity<ProblemDetail> failed() {
        return answer(
                detail(HttpStatus.INTERNAL_SERVER_ERROR, "platform.failed", "The platform failed; its log says why"),
                new HttpHeaders());
    }

    /// Once a part is sent no status can be taken back. The server then cuts the connection, so that nobody takes
    /// the part for the whole.
    private static <E extends Exception> void requireNothingSent(E failure, HttpServletResponse response) throws E {
        if (response.isCommitted()) {
            throw failure;
        }
    }

    private static ProblemDetail detail(HttpStatusCode status, String rule, String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(URI.create("urn:kezheng:problem:" + rule));
        detail.setProperty("rule", rule);
        return detail;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail, HttpHeaders headers) {
        return ResponseEntity.status(detail.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
