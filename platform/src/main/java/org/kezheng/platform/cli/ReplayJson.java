package org.kezheng.platform.cli;

import java.util.Locale;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.WaitingGrounds;
import org.kezheng.acd.journal.ContactExplanation;
import org.kezheng.acd.journal.Explanation;
import org.kezheng.platform.calls.ExplanationSentences;
import org.kezheng.platform.calls.WaitingSentences;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A contact's explanation as data: the members that the interface gives, with the engine's own numbers, since the
/// journal knows no names.
final class ReplayJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ReplayJson() {}

    static String of(ContactId contact, ContactExplanation told) {
        ObjectNode whole = JSON.createObjectNode().put("call", Long.toString(contact.value()));
        ArrayNode decisions = whole.putArray("decisions");
        told.offers().forEach(explanation -> decisions.add(decision(explanation)));
        told.waiting().ifPresent(grounds -> whole.set("waiting", waiting(grounds)));
        return whole.toString();
    }

    private static ObjectNode decision(Explanation told) {
        ObjectNode decision = JSON.createObjectNode()
                .put("journalPosition", told.position())
                .put("atMicros", Long.toString(told.nowMicros()))
                .put("offer", Long.toString(told.offer().value()))
                .put("queue", told.queue().value())
                .put("ring", told.ring());
        ArrayNode requirement = decision.putArray("requirement");
        told.requirement()
                .forEach(skill -> requirement
                        .addObject()
                        .put("skill", skill.skill().value())
                        .put("level", skill.minimumLevel()));
        decision.put("candidates", told.candidates())
                .put("rule", told.rule().code())
                .put("winner", told.winner().value());
        told.runnerUp().ifPresent(agent -> decision.put("runnerUp", agent));
        if (told.runnerUp().isPresent() || told.runnerUpContact() != 0) {
            decision.put(
                    "lostBecause",
                    told.lostBecause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        decision.put("contactsWaiting", told.contactsWaiting());
        if (told.runnerUpContact() != 0) {
            decision.put("runnerUpCall", Long.toString(told.runnerUpContact()));
        }
        decision.set(
                "sentence",
                sentence(
                        ExplanationSentences.byNumber().chinese(told),
                        ExplanationSentences.byNumber().english(told)));
        return decision;
    }

    private static ObjectNode waiting(WaitingGrounds grounds) {
        ObjectNode waiting = JSON.createObjectNode()
                .put("queue", grounds.queue().value())
                .put("ring", grounds.ring())
                .put("rings", grounds.rings());
        grounds.wishAgent().ifPresent(agent -> waiting.put("wishAgent", agent));
        if (grounds.nextStepMicros() != Long.MAX_VALUE) {
            waiting.put("nextStepMicros", Long.toString(grounds.nextStepMicros()));
        }
        waiting.put("overflowMicros", Long.toString(grounds.overflowMicros()))
                .put("ahead", grounds.ahead())
                .put("agents", grounds.agents())
                .put("busy", grounds.handling())
                .put("notReady", grounds.notReady())
                .put("signedOut", grounds.signedOut())
                .put("passedOver", grounds.passedOver())
                .put("unlooked", grounds.unlooked());
        waiting.set(
                "sentence",
                sentence(
                        WaitingSentences.byNumber().chinese(grounds),
                        WaitingSentences.byNumber().english(grounds)));
        return waiting;
    }

    private static ObjectNode sentence(String zh, String en) {
        return JSON.createObjectNode().put("zh", zh).put("en", en);
    }
}
