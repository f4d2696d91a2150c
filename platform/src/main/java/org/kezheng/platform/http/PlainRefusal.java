package org.kezheng.platform.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// Answers requests that the web server refuses before any part of the platform sees them, such as one with an address
/// that is none, as all others are refused. Made by the web server, by its name.
public final class PlainRefusal extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        byte[] body = """
                {"type":"urn:kezheng:problem:request.refused","title":"Request refused","status":%d,\
                "detail":"The request cannot be taken as it is","rule":"request.refused"}""".formatted(status).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Whoever asked is not there any more, or is being answered already.
            container.getLogger().debug("A refused request is not answered", gone);
        }
    }
}
