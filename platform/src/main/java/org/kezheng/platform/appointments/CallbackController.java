package org.kezheng.platform.appointments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/callbacks`: whom the platform calls again who asked to be called back and was not reached.
@RestController
@RequestMapping("/api/callbacks")
class CallbackController {
    private final Appointments appointments;

    CallbackController(Appointments appointments) {
        this.appointments = appointments;
    }

    record CallbackList(List<CallbackView> items) {}

    /// @param call the last call that was tried; absent: none yet under this entry
    record CallbackView(
            String id,
            String number,
            String queue,
            Instant dueAt,
            String state,
            String outcome,
            @Nullable String call) {
        @Override
        public String toString() {
            return "CallbackView[" + id + "]";
        }
    }

    @GetMapping
    CallbackList toCome() {
        return new CallbackList(
                appointments.triedAgain().stream().map(CallbackController::view).toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        boolean isId = id.matches("[1-9]\\d{0,17}");
        if (!isId || !appointments.cancelRetry(Long.parseLong(id), who)) {
            throw Problem.notFound("callback.unknown");
        }
    }

    private static CallbackView view(Appointment one) {
        Long contact = one.contact();
        return new CallbackView(
                Long.toString(one.id()),
                one.maskedNumber(),
                one.queue(),
                one.dueAt(),
                one.state().code(),
                one.outcome(),
                contact == null ? null : Long.toString(contact));
    }
}
