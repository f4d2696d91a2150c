package org.kezheng.platform.gate;

import java.time.Instant;
import org.kezheng.crm.consents.ConsentId;

/// What shows that the person wants the call.
public sealed interface Voucher {
    /// As it is recorded.
    String code();

    /// Nothing does.
    record None() implements Voucher {
        @Override
        public String code() {
            return "none";
        }
    }

    /// A recorded consent.
    record Consent(ConsentId id) implements Voucher {
        @Override
        public String code() {
            return "consent-" + id.value();
        }
    }

    /// The caller's own request to be called back, made in this contact; it counts for calling back and nothing else.
    record OwnRequest(long contact) implements Voucher {
        private static final int COUNTER_BITS = 20;
        private static final long SECONDS = (1L << 33) - 1;

        /// When that contact began; its id says so.
        Instant madeAt() {
            return Instant.ofEpochSecond((contact >>> COUNTER_BITS) & SECONDS);
        }

        @Override
        public String code() {
            return "request-" + contact;
        }
    }

    /// The call that came in, for which an agent's device is called; it counts for that and nothing else.
    record ForCall(long contact) implements Voucher {
        @Override
        public String code() {
            return "call-" + contact;
        }
    }

    /// Reads what [#code] wrote; what it did not write is no voucher.
    static Voucher of(String code) {
        int dash = code.indexOf('-');
        try {
            long id = dash < 0 ? 0 : Long.parseLong(code.substring(dash + 1));
            return switch (dash < 0 ? "" : code.substring(0, dash)) {
                case "consent" -> new Consent(new ConsentId(id));
                case "request" -> new OwnRequest(id);
                case "call" -> new ForCall(id);
                default -> new None();
            };
        } catch (IllegalArgumentException unreadable) {
            return new None();
        }
    }
}
