package org.kezheng.platform.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SipAddressesTest {
    private final SipAddresses addresses =
            new SipAddresses(List.of("127.0.0.0/8", "10.20.0.0/16"), List.of("127.0.0.1:8467"));

    @Test
    void aPhoneInsideTheNetworksIsTaken() {
        assertThat(addresses.read("10.20.3.4:5060")).contains(new Device.Sip("10.20.3.4", 5060));
        assertThat(addresses.read(" localhost:5070 ")).contains(new Device.Sip("127.0.0.1", 5070));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.21.0.1:5060",
                "203.0.113.7:5060",
                "127.0.0.1",
                "127.0.0.1:0",
                "127.0.0.1:65536",
                "127.0.0.256:5060",
                "phone.example:5060",
                "127.0.0.1:5060;transport=tcp",
                ""
            })
    void anythingElseIsRefused(String text) {
        assertThat(addresses.read(text)).isEmpty();
    }

    @Test
    void aNetworkThatIsNoneFailsTheStart() {
        assertThatThrownBy(() -> new SipAddresses(List.of("10.20.0.0"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPhoneStandsWhereThePbxOrATrunkDoes() {
        assertThat(addresses.read("127.0.0.1:8467")).isEmpty();
        assertThat(addresses.read("localhost:8467")).isEmpty();
        assertThat(addresses.read("127.0.0.01:8467")).isEmpty();
        assertThat(addresses.read("127.0.0.1:8468")).isPresent();
    }
}
