package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Instant;
import java.util.function.Predicate;
import org.kezheng.testkit.await.Await;
import tools.jackson.databind.JsonNode;

/// What a call's record says of its legs to the outside.
final class LegRecords {
    private LegRecords() {}

    /// The leg was let out, answered and ended in this order, and the customer stayed for longer than the agent.
    static void assertFollowed(JsonNode record, int leg) {
        JsonNode followed = record.path("outsideLegs").get(leg);
        assertThat(followed.path("result").asString()).isEqualTo("answered");
        assertThat(followed.path("endUnseen").asBoolean()).isFalse();
        assertThat(at(followed, "answeredAt")).isAfter(at(followed, "at"));
        assertThat(at(followed, "endedAt")).isAfter(at(followed, "answeredAt"));
        assertThat(record.at("/customerLine/state").asString()).isEqualTo("ended");
        assertThat(at(record.path("customerLine"), "endedAt")).isAfter(at(record, "endedAt"));
    }

    static JsonNode await(CallCentre centre, IncomingCall call, Predicate<JsonNode> isThere) {
        centre.awaitRecord(call);
        return Await.until("the record's legs are as they should be", SOON, () -> centre.record(call), isThere);
    }

    static String result(JsonNode record, int leg) {
        return record.at("/outsideLegs/" + leg + "/result").asString("");
    }

    static boolean isOver(JsonNode record, int leg) {
        JsonNode line = record.path("customerLine");
        boolean isCustomerGone = !line.path("state").asString("").equals("open");
        return !isAbsent(record.at("/outsideLegs/" + leg + "/endedAt")) && isCustomerGone;
    }

    static boolean isAbsent(JsonNode field) {
        return field.isNull() || field.isMissingNode();
    }

    static Instant at(JsonNode of, String field) {
        return Instant.parse(of.path(field).asString());
    }
}
