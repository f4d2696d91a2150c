package org.kezheng.testkit.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `status --json` says. The names are those of the contract.
public record Status(JsonNode json) {

    static Status parse(String text) {
        return new Status(JsonMapper.shared().readTree(text));
    }

    /// Whether everything runs.
    public boolean isReady() {
        return json.path("ready").asBoolean();
    }

    /// Where the console and the API are.
    public URI http() {
        return URI.create(text("/http"));
    }

    /// The certificate authority to be trusted.
    public Path caFile() {
        return Path.of(text("/caFile"));
    }

    /// Where the data are.
    public Path dataDir() {
        return Path.of(text("/dataDir"));
    }

    /// Where the keys are.
    public Path keyDir() {
        return Path.of(text("/keyDir"));
    }

    /// Where the logs are.
    public Path logDir() {
        return Path.of(text("/logDir"));
    }

    /// Where the journal is.
    public Path journalDir() {
        return Path.of(text("/nodes/0/journalDir"));
    }

    /// The database's process, 0 when it does not run.
    public long postgresPid() {
        return json.at("/postgres/pid").asLong();
    }

    /// The platform's process, 0 when it does not run.
    public long platformPid() {
        return json.at("/nodes/0/pid").asLong();
    }

    /// The PBX's process, 0 when it does not run.
    public long pbxPid() {
        return json.at("/pbx/0/pid").asLong();
    }

    /// Where the demonstration trunk sends calls to the outside, `host:port`.
    public String sipOut() {
        return text("/pbx/0/sipOut");
    }

    /// `host:port` of the trunk that callers dial into.
    public String sipIn() {
        return text("/pbx/0/sipIn");
    }

    /// The directory in which the PBX keeps its own records of what happened.
    public Path pbxLogDir() {
        return Path.of(text("/logDir")).resolve("pbx");
    }

    /// The command that opens the PBX's console.
    public List<String> pbxConsole() {
        return StreamSupport.stream(json.at("/pbx/0/console").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /// Where the PBX keeps what it records until it is stored.
    public Path spoolDir() {
        return Path.of(text("/pbx/0/spoolDir"));
    }

    /// Where the sealed recordings are.
    public Path recordingDir() {
        return Path.of(text("/recordingDir"));
    }

    /// The public key by which the platform's evidence is checked.
    public Path trustKey() {
        return Path.of(text("/trustKeys/0"));
    }

    /// The number to dial for a queue.
    public String queueNumber(String queue) {
        return text("/pbx/0/queueNumbers/" + queue);
    }

    /// The demonstration accounts' names.
    public List<String> users() {
        return accounts().map(account -> account.path("user").asString()).toList();
    }

    /// The password of a demonstration account.
    public String passwordOf(String user) {
        String file = accounts()
                .filter(account -> account.path("user").asString().equals(user))
                .findFirst()
                .orElseThrow(() -> new AssertionError("status names no account " + user + ": " + json))
                .path("passwordFile")
                .asString();
        return read(Path.of(file));
    }

    /// The text at a JSON pointer; its absence fails.
    public String text(String pointer) {
        JsonNode found = json.at(pointer);
        if (found.isMissingNode() || found.asString().isEmpty()) {
            throw new AssertionError("status does not say " + pointer + ": " + json);
        }
        return found.asString();
    }

    private Stream<JsonNode> accounts() {
        return StreamSupport.stream(json.path("accounts").spliterator(), false);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
