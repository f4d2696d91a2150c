package org.kezheng.telephony;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Requests to the PBX's configuration over HTTP (ARI). Exceptions name the path and the status, never a body.
final class ConfigurationRequests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NOT_FOUND = 404;

    private final ConfigurationAccess access;
    private final HttpClient client;
    private final String authorization;

    ConfigurationRequests(ConfigurationAccess access) {
        this.access = access;
        // A proxy of the environment must never see what goes to the machine itself.
        this.client = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(access.answerWithin())
                .build();
        byte[] pair = (access.user() + ":" + access.secret().reveal()).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /// Creates or changes one object of the PBX's SIP configuration.
    void put(String type, String name, Map<String, String> fields) throws PbxUnreachableException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode list = body.putArray("fields");
        fields.forEach((attribute, value) ->
                list.addObject().put("attribute", attribute).put("value", value));
        String path = pathOf(type, name);
        requireSuccess(path, send("PUT", path, BodyPublishers.ofString(body.toString())));
    }

    /// Deletes one object of the PBX's SIP configuration; one that is not there is no error.
    void delete(String type, String name) throws PbxUnreachableException {
        String path = pathOf(type, name);
        HttpResponse<String> response = send("DELETE", path, BodyPublishers.noBody());
        if (response.statusCode() != NOT_FOUND) {
            requireSuccess(path, response);
        }
    }

    /// Reads what stands at a path.
    JsonNode get(String path) throws PbxUnreachableException {
        HttpResponse<String> response = send("GET", path, BodyPublishers.noBody());
        requireSuccess(path, response);
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            // The cause's text would quote the body.
            throw new PbxUnreachableException("The PBX answered no JSON to " + path);
        }
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) throws PbxUnreachableException {
        HttpRequest request = HttpRequest.newBuilder(access.url().resolve(path))
                .timeout(access.answerWithin())
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PbxUnreachableException("The PBX did not answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PbxUnreachableException("Interrupted while waiting for the PBX", e);
        }
    }

    private static void requireSuccess(String path, HttpResponse<String> response) throws PbxUnreachableException {
        if (response.statusCode() / 100 != 2) {
            throw new PbxUnreachableException("The PBX answered " + response.statusCode() + " to " + path);
        }
    }

    private static String pathOf(String type, String name) {
        return "/ari/asterisk/config/dynamic/res_pjsip/" + type + "/" + name;
    }
}
