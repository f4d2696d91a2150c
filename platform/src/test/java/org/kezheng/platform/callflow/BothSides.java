package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;

/// What must agree between engine and PBX whenever all that was said has been heard.
final class BothSides {
    private final Set<Long> contacts = new TreeSet<>();
    private final Set<Long> ringing = new TreeSet<>();
    private final Set<Long> talking = new TreeSet<>();
    private final Map<Long, Long> talkOf = new HashMap<>();

    void follow(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.ContactQueued queued) {
                contacts.add(queued.contact().value());
            } else if (event instanceof Event.OfferMade made) {
                ringing.add(made.offer().value());
            } else if (event instanceof Event.OfferEnded(var offer, var contact, var agent, var outcome)) {
                ringing.remove(offer.value());
                if (outcome == OfferOutcome.ANSWERED) {
                    talking.add(offer.value());
                    talkOf.put(contact.value(), offer.value());
                }
            } else if (event instanceof Event.ContactTransferred transferred) {
                talking.remove(talkOf.getOrDefault(transferred.contact().value(), 0L));
            } else if (event instanceof Event.ContactEnded(var contact, var outcome)) {
                contacts.remove(contact.value());
                talking.remove(talkOf.getOrDefault(contact.value(), 0L));
            }
        }
    }

    private static Set<Long> ids(PbxTwin pbx, Predicate<PbxTwin.Caller> which) {
        return pbx.callers.values().stream()
                .filter(which)
                .map(caller ->
                        Names.contact(caller.uniqueId).map(ContactId::value).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void requireAgreement(PbxTwin pbx) {
        assertThat(ids(pbx, caller -> !caller.dialled.equals("9999")))
                .as("the engine's contacts are callers of the PBX")
                .containsAll(contacts);
        assertThat(contacts)
                .as("the PBX's callers are contacts of the engine, unless a flow leads them")
                .containsAll(ids(
                        pbx,
                        caller -> !caller.dialled.equals("9999") && !caller.dialled.equals(SmallSite.FLOW_NUMBER)));
        for (PbxTwin.Leg leg : pbx.legs.values()) {
            long offer = Names.offer(leg.id).map(OfferId::value).orElseThrow();
            if (leg.isAnswered) {
                assertThat(talking).as("an answered leg is a talk").contains(offer);
            } else if (leg.isUp) {
                assertThat(ringing).as("a ringing leg has an offer that rings").contains(offer);
            }
        }
        for (long offer : ringing) {
            String leg = Names.leg(new OfferId(offer));
            assertThat(pbx.legs.containsKey(leg) || !pbx.everUp.contains(leg))
                    .as("an offer whose leg has ended rings no more")
                    .isTrue();
        }
        for (PbxTwin.Caller caller : pbx.callers.values()) {
            assertThat(caller.leg == null || pbx.legs.containsKey(caller.leg))
                    .as("a caller who does not wait is with a leg that lives")
                    .isTrue();
        }
        for (long offer : talking) {
            assertThat(pbx.legs).as("a talk has its leg").containsKey(Names.leg(new OfferId(offer)));
        }
    }
}
