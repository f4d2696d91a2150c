package org.kezheng.platform.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kezheng.security.tenancy.ClientId;

/// What a file of the spool says by its name.
final class SpooledCallTest {
    private static final Path SPOOL = Path.of("/dev/shm/any");

    @Test
    void eachOfACallsFilesNamesTheCall() {
        for (String suffix : new String[] {".agent.ulaw", ".customer.ulaw", ".end"}) {
            assertThat(SpooledCall.of(SPOOL.resolve("7.1234567890123.2.2001" + suffix)))
                    .get()
                    .extracting(SpooledCall::name)
                    .isEqualTo(new Recording.Name(7, 1_234_567_890_123L, new ClientId(2), 2001));
        }
    }

    @Test
    void aContactInThePlaceOfTheOfferMakesItAMessageForAQueue() {
        assertThat(SpooledCall.of(SPOOL.resolve("1234567890123.1234567890123.2.5.customer.ulaw")))
                .get()
                .extracting(SpooledCall::name)
                .isEqualTo(Recording.Name.ofMessage(1_234_567_890_123L, new ClientId(2), 5));
    }

    @Test
    void aStrangersFileNamesNone() {
        for (String file : new String[] {
            "x", ".end", "7.1.2.end", "0.1.2.3.end", "7.1.2.3.wav", "7.1.2.3.4.end", "../7.1.2.3.ulaw", "7.-1.2.3.end"
        }) {
            assertThat(SpooledCall.of(SPOOL.resolve(file))).isEmpty();
        }
    }
}
