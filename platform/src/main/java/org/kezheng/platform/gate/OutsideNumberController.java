package org.kezheng.platform.gate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.index.NormalisedNumber;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/outside-numbers`: to whom calls may be handed outside.
@RestController
@RequestMapping("/api/outside-numbers")
class OutsideNumberController {
    private static final int MAX_LABEL = 40;

    private final OutsideNumbers numbers;
    private final Gate gate;

    OutsideNumberController(OutsideNumbers numbers, Gate gate) {
        this.numbers = numbers;
        this.gate = gate;
    }

    record OutsideNumberView(String id, String label, String number) {
        static OutsideNumberView of(OutsideNumbers.OutsideNumber one) {
            return new OutsideNumberView(Long.toString(one.id()), one.label(), one.maskedNumber());
        }
    }

    record OutsideNumberList(List<OutsideNumberView> items) {}

    record WantedNumber(@Nullable String label, @Nullable String number) {
        @Override
        public String toString() {
            return "WantedNumber[REDACTED]";
        }
    }

    @GetMapping
    OutsideNumberList all() {
        return new OutsideNumberList(
                numbers.all().stream().map(OutsideNumberView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OutsideNumberView add(@RequestBody WantedNumber wanted, @AuthenticationPrincipal SignedIn who) {
        String label = Objects.requireNonNullElse(wanted.label(), "").strip();
        if (label.isEmpty() || label.length() > MAX_LABEL) {
            throw Problem.invalid("label", "outside-number.label", "1 to " + MAX_LABEL + " characters");
        }
        NormalisedNumber number = NormalisedNumber.of(Objects.requireNonNullElse(wanted.number(), ""))
                .filter(gate::isDiallable)
                .orElseThrow(() -> Problem.invalid("number", "outside-number.form", "A telephone number is expected"));
        return OutsideNumberView.of(numbers.add(label, number, who));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        boolean isRemoved = id.matches("[1-9]\\d{0,17}") && numbers.remove(Long.parseLong(id), who);
        if (!isRemoved) {
            throw Problem.notFound("outside-number.unknown");
        }
    }
}
