package org.kezheng.systemtests;

import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.util.Map;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import tools.jackson.databind.JsonNode;

/// An agent who works with an ordinary SIP phone and through the API.
final class PhoneAgent implements AutoCloseable {

    private final String user;
    private final ApiClient api;

    private PhoneAgent(String user, ApiClient api) {
        this.user = user;
        this.api = api;
    }

    static PhoneAgent signIn(CallCentre centre, String user, String phone) {
        PhoneAgent agent = new PhoneAgent(user, centre.signIn(user));
        agent.awaitState("not-ready");
        agent.api.send("PUT", "/api/agent/device", Map.of("sip", phone)).expect(200);
        return agent;
    }

    String user() {
        return user;
    }

    ApiClient api() {
        return api;
    }

    PhoneAgent ready() {
        api.send("PUT", "/api/agent/state", Map.of("state", "ready")).expect(200);
        return this;
    }

    void notReady(String reason) {
        api.send("PUT", "/api/agent/state", Map.of("state", "not-ready", "reason", reason))
                .expect(200);
    }

    JsonNode view() {
        return api.read("/api/agent");
    }

    String state() {
        return view().path("state").asString();
    }

    JsonNode awaitState(String state) {
        return awaitState(state, SOON);
    }

    JsonNode awaitState(String state, Duration within) {
        return Await.until(
                user + " is " + state,
                within,
                this::view,
                view -> view.path("state").asString().equals(state));
    }

    Answer wrapUp(IncomingCall call, String disposition, String note) {
        return api.send(
                "POST", "/api/agent/wrap-up", Map.of("call", call.id(), "disposition", disposition, "note", note));
    }

    /// Signs out, and leaves the account with the browser as its phone, as it was found.
    @Override
    public void close() {
        api.send("PUT", "/api/agent/device", Map.of("browser", true));
        api.signOut();
        api.close();
    }
}
