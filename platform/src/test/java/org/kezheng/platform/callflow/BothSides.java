package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.RuleId;

/// What must agree between engine and PBX whenever all that was said has been heard.
final class BothSides {
    private final Set<Long> contacts = new TreeSet<>();
    /// Internal calls, and on whose behalf each is.
    private final Map<Long, Long> internal = new TreeMap<>();
    private final Set<Long> held = new TreeSet<>();
    private final Set<Long> ringing = new TreeSet<>();
    private final Set<Long> talking = new TreeSet<>();
    private final Map<Long, Long> talkOf = new HashMap<>();
    /// The offers whose leg is the one of an earlier offer.
    private final Map<Long, Long> carried = new HashMap<>();

    void follow(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.ContactQueued queued) {
                if (queued.kind() == ContactKind.INTERNAL) {
                    internal.put(queued.contact().value(), queued.precursor());
                } else if (queued.kind() != ContactKind.CALLBACK) {
                    // Whoever is called back is no caller, and is not on the line.
                    contacts.add(queued.contact().value());
                }
            } else if (event instanceof Event.OfferMade made) {
                ringing.add(made.offer().value());
                if (made.rule() == RuleId.TAKEN_OVER) {
                    carry(made.offer().value(), events);
                }
            } else if (event instanceof Event.OfferEnded(var offer, var contact, var agent, var outcome)) {
                ringing.remove(offer.value());
                if (outcome == OfferOutcome.ANSWERED) {
                    talking.add(offer.value());
                    talkOf.put(contact.value(), offer.value());
                }
            } else if (event instanceof Event.ContactTransferred transferred) {
                leaveTalk(transferred.contact().value());
            } else if (event instanceof Event.ContactEnded(var contact, var outcome)) {
                contacts.remove(contact.value());
                internal.remove(contact.value());
                leaveTalk(contact.value());
            } else if (event instanceof Event.ContactHeld(var contact)) {
                held.add(contact.value());
            } else if (event instanceof Event.ContactResumed(var contact)) {
                held.remove(contact.value());
            }
        }
    }

    /// The internal call that ends with the take-over has the leg.
    private void carry(long offer, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.ContactEnded(var contact, var outcome)) {
                long former = formerTalks.getOrDefault(contact.value(), 0L);
                carried.put(offer, legOf(former));
            }
        }
    }

    private final Map<Long, Long> formerTalks = new HashMap<>();

    private void leaveTalk(long contact) {
        Long talk = talkOf.remove(contact);
        held.remove(contact);
        if (talk != null) {
            talking.remove(talk);
            formerTalks.put(contact, talk);
        }
    }

    private long legOf(long offer) {
        return carried.getOrDefault(offer, offer);
    }

    /// The leg's name, which has its trunk where the device is a mobile.
    private static String nameOf(long offer, PbxTwin pbx) {
        return Stream.concat(pbx.legs.keySet().stream(), pbx.everUp.stream())
                .filter(leg ->
                        Names.offer(leg).filter(of -> of.value() == offer).isPresent())
                .findFirst()
                .orElse(Names.leg(new OfferId(offer)));
    }

    /// Nobody hears whom they shall not: who is held is alone, everybody else of a talk is with its agent.
    void requireSeats(PbxTwin pbx) {
        for (PbxTwin.Caller caller : pbx.callers.values()) {
            long contact = Names.contact(caller.uniqueId).map(ContactId::value).orElse(0L);
            Long talk = talkOf.get(contact);
            PbxTwin.Leg leg = talk == null ? null : pbx.legs.get(nameOf(legOf(talk), pbx));
            if (leg == null) {
                continue;
            }
            boolean isTogether = leg.id.equals(caller.leg) || (caller.room != null && caller.room.equals(leg.room));
            assertThat(isTogether)
                    .as("caller %d, held %s, is with the agent", contact, held.contains(contact))
                    .isEqualTo(!held.contains(contact));
            assertThat(caller.room == null || (caller.room + ".").startsWith(contact + "."))
                    .as("a caller is in the room of the own contact")
                    .isTrue();
        }
        internal.forEach((inner, precursor) -> requireSeatOfCalled(inner, precursor, pbx));
    }

    private void requireSeatOfCalled(long inner, long precursor, PbxTwin pbx) {
        Long talk = talkOf.get(inner);
        Long asking = talkOf.get(precursor);
        PbxTwin.Leg called = talk == null ? null : pbx.legs.get(nameOf(legOf(talk), pbx));
        PbxTwin.Leg agent = asking == null ? null : pbx.legs.get(nameOf(legOf(asking), pbx));
        if (called != null && agent != null) {
            boolean isTogether = called.room != null && called.room.equals(agent.room);
            assertThat(isTogether)
                    .as("the called agent, held %s, is with the agent who called", held.contains(inner))
                    .isEqualTo(!held.contains(inner));
        }
    }

    private static Set<Long> ids(PbxTwin pbx, Predicate<PbxTwin.Caller> which) {
        return pbx.callers.values().stream()
                .filter(which)
                .map(caller ->
                        Names.contact(caller.uniqueId).map(ContactId::value).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether somebody talks on that leg: an agent in a talk that the engine knows, or somebody outside.
    boolean isTalk(String leg) {
        return Names.offer(leg)
                .map(offer -> talking.stream().map(this::legOf).anyMatch(of -> of == offer.value()))
                .orElse(true);
    }

    private static boolean isHandedOver(PbxTwin.Caller caller) {
        return caller.leg != null && Names.partnersContact(caller.leg).isPresent();
    }

    /// Whoever was called outside is in the room, or hears music and nobody, as was told last.
    ///
    /// @param isAside by contact
    void requirePartners(PbxTwin pbx, Map<ContactId, Boolean> isAside) {
        for (PbxTwin.Leg leg : pbx.legs.values()) {
            ContactId contact = Names.partnersContact(leg.id).orElse(null);
            Boolean aside = contact == null ? null : isAside.get(contact);
            Long talk = contact == null ? null : talkOf.get(contact.value());
            PbxTwin.Leg agent = talk == null ? null : pbx.legs.get(nameOf(legOf(talk), pbx));
            if (contact != null && agent != null && aside != null && leg.isAnswered) {
                assertThat(leg.room != null && leg.room.equals(agent.room))
                        .as("whoever is asked outside about %d is with the agent, aside %s", contact.value(), aside)
                        .isEqualTo(!aside);
            }
        }
    }

    void requireAgreement(PbxTwin pbx) {
        assertThat(ids(pbx, caller -> !caller.dialled.equals("9999")))
                .as("the engine's contacts are callers of the PBX")
                .containsAll(contacts);
        assertThat(contacts)
                .as("the PBX's callers are contacts of the engine, unless a flow leads them")
                .containsAll(ids(
                        pbx,
                        caller -> !caller.dialled.equals("9999")
                                && !caller.dialled.equals(SmallSite.FLOW_NUMBER)
                                && !isHandedOver(caller)));
        for (PbxTwin.Leg leg : pbx.legs.values()) {
            if (Names.partnersContact(leg.id).isPresent()) {
                continue;
            }
            long offer = Names.offer(leg.id).map(OfferId::value).orElseThrow();
            if (leg.isAnswered) {
                assertThat(talking.stream().map(this::legOf))
                        .as("an answered leg is a talk")
                        .contains(offer);
            } else if (leg.isUp) {
                assertThat(ringing).as("a ringing leg has an offer that rings").contains(offer);
            }
        }
        for (long offer : ringing) {
            String leg = nameOf(offer, pbx);
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
            assertThat(pbx.legs).as("a talk has its leg").containsKey(nameOf(legOf(offer), pbx));
        }
        requireSeats(pbx);
    }
}
