package org.kezheng.testkit.http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What the platform answered.
///
/// @param status the HTTP status
/// @param text   the body as it came
public record Answer(int status, String text) {

    /// The body as JSON.
    public JsonNode json() {
        return text.isBlank() ? MissingNode.getInstance() : JsonMapper.shared().readTree(text);
    }

    /// Fails unless the status is that one.
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("expected status " + wanted + ", got " + status + ": " + text);
        }
        return this;
    }
}
