package org.kezheng.platform.messages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.crm.customers.CallParty;
import org.kezheng.crm.customers.CustomerId;
import org.kezheng.crm.customers.Customers;
import org.kezheng.platform.desk.ClickToCall;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.Voucher;
import org.kezheng.platform.gate.Way;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.outside.NewOutsideCall;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.recordings.Recording;
import org.kezheng.platform.recordings.RecordingSound;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.secret.SecretString;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/messages`: what callers have left for the agents of queues. Each is known by the call in which it was
/// left.
@RestController
@RequestMapping("/api/messages")
class MessageController {
    private final Messages messages;
    private final Directory directory;
    private final Sound sound;
    private final People people;
    private final ClickToCall clicks;

    MessageController(Messages messages, Directory directory, Sound sound, People people, ClickToCall clicks) {
        this.messages = messages;
        this.directory = directory;
        this.sound = sound;
        this.people = people;
        this.clicks = clicks;
    }

    /// What was said.
    record Sound(Recordings recordings, RecordingSound player) {}

    /// Who said it.
    record People(CallParties parties, Customers customers, ConfidentialLog log) {}

    record MessageList(List<MessageView> items) {}

    /// @param done whether it is
    record Mark(@Nullable Boolean done) {}

    record Begun(String call) {}

    /// Those that are to be done, the oldest first; with `done=true` those that are, the last one first. 200 at
    /// most.
    @GetMapping
    MessageList list(
            @RequestParam(name = "done", defaultValue = "false") String done, @AuthenticationPrincipal SignedIn who) {
        if (!done.equals("true") && !done.equals("false")) {
            throw Problem.invalid("done", "message.done", "true or false");
        }
        List<Message> found = done.equals("true") ? messages.doneFor(who) : messages.openFor(who);
        return new MessageList(found.stream().map(this::view).toList());
    }

    @GetMapping("/{call}/sound")
    void play(
            @PathVariable("call") String call,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @AuthenticationPrincipal SignedIn who,
            HttpServletResponse response)
            throws IOException {
        Message message = required(call, who);
        Recording recording = sound.recordings()
                .ofTalk(who.client(), message.contact(), message.contact())
                .orElseThrow(() -> Problem.notFound("recording.unknown"));
        sound.player().play(recording, who, range, response);
    }

    @PutMapping("/{call}")
    MessageView mark(@PathVariable("call") String call, @RequestBody Mark mark, @AuthenticationPrincipal SignedIn who) {
        Message message = required(call, who);
        if (mark.done() == null) {
            throw Problem.invalid("done", "field.required", "The field is missing");
        }
        if (mark.done()) {
            messages.markDone(message, who);
        } else {
            messages.reopen(message, who);
        }
        return view(required(call, who));
    }

    /// The agent calls back whoever left the message; the message is the voucher. The agent's phone rings
    /// first.
    @PostMapping("/{call}/callback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun callBack(@PathVariable("call") String call, @AuthenticationPrincipal SignedIn who) {
        Message message = required(call, who);
        SecretString number = people.log()
                .numberOf(message.contact())
                .orElseThrow(() -> Problem.conflict(
                        "message.number-unknown", "The number was kept back, or is not at hand any more"));
        Voucher request = new Voucher.OwnRequest(message.contact());
        NewOutsideCall wanted = new NewOutsideCall(Way.QUEUE_CALLBACK, "callback", number, request, null);
        return new Begun(Long.toString(clicks.call(wanted, who)));
    }

    private Message required(String call, SignedIn who) {
        boolean isNumber = call.matches("[1-9]\\d{0,17}");
        return (isNumber ? messages.find(Long.parseLong(call), who) : Optional.<Message>empty())
                .orElseThrow(() -> Problem.notFound("message.unknown"));
    }

    private MessageView view(Message message) {
        Optional<CallParty> party = people.parties().find(new CallId(message.contact()));
        return new MessageView(
                Long.toString(message.contact()),
                directory.queueCode(message.queue()),
                message.leftAt(),
                Math.max(1, message.length().toSeconds()),
                party.map(CallParty::maskedNumber).orElse(null),
                party.flatMap(known -> Optional.ofNullable(known.customer()))
                        .flatMap(this::customer)
                        .orElse(null),
                message.doneAt(),
                message.doneBy());
    }

    private Optional<MessageView.CustomerView> customer(CustomerId id) {
        return people.customers()
                .find(id)
                .map(view -> new MessageView.CustomerView(Long.toString(id.value()), view.maskedName()));
    }
}
