package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.flows.Node;
import org.kezheng.platform.flows.file.Catalogue;
import org.kezheng.telephony.LineTask;

/// Tells callers who wait how many are before them and how long it may take: at once, and again after each interval,
/// but never while a phone rings for them.
final class PlaceTelling {
    private static final int NOT_TOLD = -1;

    private final Picture picture;
    private final Steps steps;

    PlaceTelling(Picture picture, Steps steps) {
        this.picture = picture;
        this.steps = steps;
    }

    /// The caller has come into a queue.
    void begin(Contact contact, Journey journey) {
        Node.Queue node = journey.waiting();
        boolean isTold = node != null
                && node.waiting().everySeconds() > 0
                && !node.waiting().tells().isEmpty();
        journey.tellsAt = isTold ? picture.now : Instant.MAX;
    }

    /// Whether somebody will have to be told something.
    boolean isAwaited() {
        return picture.contacts.values().stream().anyMatch(contact -> due(contact) != null);
    }

    /// Time has passed.
    void clock(List<FlowAction> actions) {
        for (Contact contact : List.copyOf(picture.contacts.values())) {
            tellIfDue(contact, actions);
        }
    }

    /// Asks or tells what is due for the caller.
    void tellIfDue(Contact contact, List<FlowAction> actions) {
        Node.Waiting due = due(contact);
        Journey journey = contact.journey;
        if (due == null || journey == null || journey.tellsAt.isAfter(picture.now) || !isFree(contact, journey)) {
            return;
        }
        journey.tellsAt = picture.now.plusSeconds(due.everySeconds());
        if (due.tells().contains(Node.Telling.ESTIMATED_WAIT)) {
            actions.add(new FlowAction.Submit(new Command.EstimateWait(contact.id)));
        } else {
            tell(contact, journey, due, NOT_TOLD, actions);
        }
    }

    /// The engine has said how long the wait may be.
    void estimated(ContactId id, long micros, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        Journey journey = contact == null ? null : contact.journey;
        Node.Waiting due = contact == null ? null : due(contact);
        if (contact != null && journey != null && due != null && isFree(contact, journey)) {
            tell(contact, journey, due, minutes(micros), actions);
        }
    }

    private void tell(Contact contact, Journey journey, Node.Waiting due, int minutes, List<FlowAction> actions) {
        int before = due.tells().contains(Node.Telling.POSITION) ? picture.before(contact) : NOT_TOLD;
        List<String> files = journey.files(Catalogue.place(before, minutes));
        if (!files.isEmpty()) {
            steps.ask(contact, journey, LineTask.Ask.saying(files), actions);
        }
    }

    private static int minutes(long micros) {
        if (micros < 0) {
            return NOT_TOLD;
        }
        long minute = TimeUnit.MINUTES.toMicros(1);
        return (int) Math.min(Integer.MAX_VALUE, (micros + minute - 1) / minute);
    }

    private boolean isFree(Contact contact, Journey journey) {
        return contact.channel != null
                && picture.isConnected
                && !journey.isSaying()
                && contact.toldStep.isEmpty()
                && picture.offers.values().stream()
                        .noneMatch(offer -> offer.contact().equals(contact.id));
    }

    private static Node.@Nullable Waiting due(Contact contact) {
        Journey journey = contact.journey;
        if (journey == null || contact.stage != Contact.Stage.QUEUED || journey.tellsAt.equals(Instant.MAX)) {
            return null;
        }
        Node.Queue node = journey.waiting();
        return node == null ? null : node.waiting();
    }
}
