package org.kezheng.testkit.http;

import java.net.http.HttpHeaders;

/// Bytes that the platform answered.
public final class Download {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    Download(int status, HttpHeaders headers, byte[] bytes) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The body as it came.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The header, or an empty text.
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// Fails unless the status is that one.
    public Download expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("expected status " + wanted + ", got " + status);
        }
        return this;
    }
}
