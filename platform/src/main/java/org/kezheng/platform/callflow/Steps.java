package org.kezheng.platform.callflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.flows.Node;
import org.kezheng.telephony.LineStep;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.Place;

/// Orders a caller's line to do one step.
final class Steps {
    private static final int RADIX = 36;

    private final Picture picture;
    private long count;

    Steps(Picture picture) {
        this.picture = picture;
    }

    void ask(Contact contact, Journey journey, LineTask task, List<FlowAction> actions) {
        journey.step = nextId();
        order(contact, journey, journey.step, task, actions);
    }

    /// Leads a caller through another way than the one of the caller's own flow, whose mark the line keeps.
    void lead(Contact contact, Journey way, LineTask task, List<FlowAction> actions) {
        way.step = nextId();
        order(contact, contact.journey, way.step, task, actions);
    }

    /// The place of that step, for a channel that is moved there from elsewhere.
    Place leading(Contact contact, Journey way, LineTask task) {
        way.step = nextId();
        return new Place.Led(step(contact.journey, way.step), task);
    }

    /// Says something between, whatever the line does.
    void tell(Contact contact, LineTask.Ask task, List<FlowAction> actions) {
        Journey journey = contact.journey;
        if (journey != null) {
            journey.step = "";
        }
        contact.isHushed = false;
        contact.toldStep = nextId();
        order(contact, journey, contact.toldStep, task, actions);
    }

    /// The line waits, with what the queue wants to be heard.
    void waitFor(Contact contact, List<FlowAction> actions) {
        Journey journey = contact.journey;
        Node.Queue node = journey == null ? null : journey.waiting();
        if (journey != null) {
            journey.step = "";
        }
        contact.toldStep = "";
        contact.mayHearPrompt = false;
        contact.isHushed = false;
        boolean isSilent = node != null && node.waiting().sound() == Node.Sound.SILENCE;
        LineTask.Sound sound = isSilent ? LineTask.Sound.SILENCE : LineTask.Sound.MUSIC;
        order(contact, journey, nextId(), new LineTask.Wait(sound), actions);
    }

    /// The caller is about to be joined with an agent: whoever hears a prompt then would be lost behind the talk.
    void makeRoom(Contact contact, List<FlowAction> actions) {
        Journey journey = contact.journey;
        boolean isSaying = !contact.toldStep.isEmpty() || (journey != null && journey.isSaying());
        if (isSaying || contact.mayHearPrompt) {
            contact.mayHearPrompt = false;
            if (journey != null) {
                journey.step = "";
            }
            contact.isToBeTold |= !contact.toldStep.isEmpty();
            contact.told = null;
            contact.toldStep = "";
            contact.isHushed = true;
            order(contact, journey, nextId(), new LineTask.Wait(LineTask.Sound.NOTHING), actions);
        }
    }

    /// The phone that rang was not answered: the caller waits on, and hears something again.
    void waitOn(Contact contact, List<FlowAction> actions) {
        if (contact.isHushed && contact.channel != null) {
            waitFor(contact, actions);
        }
    }

    void end(Contact contact, List<FlowAction> actions) {
        String channel = contact.channel;
        if (channel != null) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(channel)));
        }
    }

    private static void order(
            Contact contact, @Nullable Journey journey, String id, LineTask task, List<FlowAction> actions) {
        String channel = contact.channel;
        if (channel != null) {
            actions.add(new FlowAction.Ask(new PbxRequest.Perform(channel, step(journey, id), task)));
        }
    }

    private static LineStep step(@Nullable Journey journey, String id) {
        return journey == null
                ? new LineStep(id, "", false)
                : new LineStep(id, journey.mark(), journey.goesOnAfterTalk());
    }

    /// Other than any of an earlier run, whose end may still be told.
    private String nextId() {
        count++;
        return Long.toString(picture.now.toEpochMilli(), RADIX) + "-" + Long.toString(count, RADIX);
    }
}
