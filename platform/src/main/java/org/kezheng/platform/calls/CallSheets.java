package org.kezheng.platform.calls;

import java.util.Optional;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.platform.http.Fields;
import org.kezheng.security.access.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the interface answers about a call, for packs. Numbers and names are masked, and what agents wrote is left out:
/// free text may hold personal data.
public final class CallSheets {
    private final Calls calls;
    private final CallParticulars particulars;
    private final CallExplanations explanations;
    private final ObjectMapper json;

    CallSheets(Calls calls, CallParticulars particulars, CallExplanations explanations, ObjectMapper json) {
        this.calls = calls;
        this.particulars = particulars;
        this.explanations = explanations;
        this.json = json;
    }

    /// The call of the client in scope, by the id that the interface shows.
    public Optional<Call> find(String id) {
        return Fields.decimal(id).stream()
                .boxed()
                .flatMap(contact -> calls.withId(contact).stream())
                .findFirst();
    }

    /// As `GET /api/calls/{id}` answers this person, without notes.
    public JsonNode details(Call call, SignedIn who) {
        JsonNode details = json.valueToTree(particulars.of(call, who));
        if (details.get("customer") instanceof ObjectNode customer) {
            customer.remove("notes");
        }
        return details;
    }

    /// As `GET /api/calls/{id}/explanation` answers.
    ///
    /// @throws org.kezheng.platform.http.Problem when the journal cannot be replayed now
    public JsonNode explanation(Call call) {
        return json.valueToTree(explanations.of(call));
    }
}
