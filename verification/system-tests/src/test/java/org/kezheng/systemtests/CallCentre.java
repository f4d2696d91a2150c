package org.kezheng.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.installation.Status;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import org.kezheng.testkit.telephony.PbxRecords;
import tools.jackson.databind.JsonNode;

/// A running installation, as its people know it: who signs in, who calls, and what the supervisor and the auditor are
/// told.
final class CallCentre implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(15);
    private static final AtomicInteger STRANGERS = new AtomicInteger(1_000);

    private final Installation installation;
    private Status status;
    private final ApiClient supervisor;
    private final ApiClient auditor;
    private @Nullable LiveSocket supervisorsDesk;

    private CallCentre(Installation installation) {
        this.installation = installation;
        this.status = installation.status();
        this.supervisor = signIn("supervisor1");
        this.auditor = signIn("auditor1");
    }

    static CallCentre open() {
        return new CallCentre(Installation.started());
    }

    Installation installation() {
        return installation;
    }

    Status status() {
        return status;
    }

    /// Starts again what does not run.
    void up() {
        status = installation.up();
        supervisorsDesk = null;
    }

    ApiClient signIn(String user) {
        return ApiClient.signedIn(status.http(), status.caFile(), user, status.passwordOf(user));
    }

    ApiClient stranger() {
        return ApiClient.stranger(status.http(), status.caFile());
    }

    ApiClient supervisor() {
        return supervisor;
    }

    ApiClient auditor() {
        return auditor;
    }

    /// Signs an agent in whose device is that SIP phone.
    PhoneAgent agent(String user, AgentPhone phone) {
        return PhoneAgent.signIn(this, user, phone.address());
    }

    /// Somebody unknown calls a queue; comes back when the product knows of the call.
    IncomingCall dial(String queue) {
        return dial(queue, "1370000" + STRANGERS.incrementAndGet());
    }

    /// The owner of the number calls a queue; comes back when the product knows of the call.
    IncomingCall dial(String queue, String number) {
        Caller caller = dialUnseen(queue, number);
        try {
            return recognised(caller, number);
        } catch (AssertionError unknown) {
            caller.close();
            throw unknown;
        }
    }

    /// Calls while the platform may be away.
    Caller dialUnseen(String queue, String number) {
        return Caller.dial(status.sipIn(), number, status.queueNumber(queue));
    }

    /// Waits until the supervisor sees a call from that number.
    IncomingCall recognised(Caller caller, String number) {
        String masked = number.substring(0, 3) + "****" + number.substring(7);
        JsonNode contact = Await.until(
                        "the supervisor sees the call from " + masked,
                        SOON,
                        () -> contactFrom(masked),
                        Optional::isPresent)
                .orElseThrow();
        return new IncomingCall(caller, contact.path("call").asString());
    }

    /// What the supervisor sees at this moment.
    JsonNode picture() {
        LiveSocket live = supervisorsDesk;
        if (live == null || !live.isOpen()) {
            live = supervisor.live();
            supervisorsDesk = live;
        }
        return live.snapshot(SOON);
    }

    /// What the supervisor sees of a call, empty once it is over.
    Optional<JsonNode> contact(String call) {
        return stream(picture().path("contacts"))
                .filter(contact -> contact.path("call").asString().equals(call))
                .findFirst();
    }

    /// The stage that the supervisor sees the call in, "over" once it is.
    String stage(IncomingCall call) {
        return contact(call.id())
                .map(contact -> contact.path("stage").asString())
                .orElse("over");
    }

    /// What the supervisor sees of an agent.
    JsonNode agentView(String user) {
        return stream(picture().path("agents"))
                .filter(agent -> agent.path("agent").asString().equals(user))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the supervisor does not see " + user));
    }

    /// The call's record.
    JsonNode record(IncomingCall call) {
        return supervisor.read("/api/calls/" + call.id());
    }

    /// The call's record once it is over.
    JsonNode awaitRecord(IncomingCall call) {
        return Await.until(
                "the record of call " + call.id() + " is complete",
                SOON,
                () -> record(call),
                record -> !record.path("endedAt").isNull()
                        && !record.path("endedAt").isMissingNode());
    }

    /// An agent's states since then, oldest first.
    JsonNode intervals(String user, Instant since) {
        return supervisor
                .read("/api/agents/" + user + "/intervals?from=" + since)
                .path("items");
    }

    /// The PBX's own record.
    PbxRecords pbxRecords() {
        return new PbxRecords(status.pbxLogDir());
    }

    /// The channels on the PBX now, a line each as its console lists them.
    List<String> pbxChannels() {
        return pbxSays("core show channels concise").stream()
                .filter(line -> line.contains("!"))
                .toList();
    }

    /// Gives an order at the PBX's console, and what it answers.
    List<String> pbxSays(String order) {
        List<String> command = new ArrayList<>(status.pbxConsole());
        command.addAll(List.of("-rx", order));
        try {
            Process console =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> lines = new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            console.waitFor();
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    static Instant time(JsonNode node, String field) {
        return Instant.parse(node.path(field).asString());
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Optional<JsonNode> contactFrom(String masked) {
        return stream(picture().path("contacts"))
                .filter(contact -> contact.at("/customer/number").asString().equals(masked))
                .findFirst();
    }

    @Override
    public void close() {
        supervisor.close();
        auditor.close();
        installation.close();
    }
}
