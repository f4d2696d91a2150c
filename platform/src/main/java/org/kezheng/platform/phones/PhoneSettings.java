package org.kezheng.platform.phones;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where phones stand and where softphones connect.
///
/// @param networks where SIP phones may stand, as IPv4 networks such as `10.1.0.0/16`; an agent must not be able
///     to send callers to any address of the world
/// @param taken at which no phone stands, as `host:port`: the PBX and its trunks. What is sent there would leave
///     without a word of the gate
/// @param wssUrl where browsers reach the PBX
@ConfigurationProperties("kezheng.phones")
public record PhoneSettings(
        @DefaultValue("127.0.0.0/8") List<String> networks,
        @DefaultValue List<String> taken,
        URI wssUrl) {
    public PhoneSettings {
        networks = List.copyOf(networks);
        taken = List.copyOf(taken);
        networks.forEach(Network::of);
    }

    /// The same, and no phone stands at these either.
    PhoneSettings andTaken(List<String> more) {
        return new PhoneSettings(
                networks, Stream.concat(taken.stream(), more.stream()).toList(), wssUrl);
    }
}
