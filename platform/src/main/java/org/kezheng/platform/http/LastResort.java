package org.kezheng.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers what failed, or was refused, before any endpoint saw it.
@RestController
class LastResort implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        HttpStatus status = status(request);
        boolean isOurs = status.is5xxServerError();
        if (isOurs && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            LOG.error("A request failed outside all endpoints", failure);
        }
        String rule = isOurs ? "platform.failed" : "request.refused";
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                status, isOurs ? "The platform failed; its log says why" : "The request cannot be taken as it is");
        detail.setType(URI.create("urn:kezheng:problem:" + rule));
        // Else the framework adds the address that was asked for, as it was written.
        detail.setInstance(URI.create("/error"));
        detail.setProperty("rule", rule);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return known == null ? HttpStatus.NOT_FOUND : known;
    }
}
