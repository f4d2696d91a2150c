package org.kezheng.platform.phones;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where phones stand and where softphones connect.
///
/// @param networks where SIP phones may stand, as IPv4 networks such as `10.1.0.0/16`; an agent must not be able to
/// send
///     callers to any address of the world
/// @param wssUrl where browsers reach the PBX
@ConfigurationProperties("kezheng.phones")
public record PhoneSettings(@DefaultValue("127.0.0.0/8") List<String> networks, URI wssUrl) {
    public PhoneSettings {
        networks = List.copyOf(networks);
        networks.forEach(Network::of);
    }
}
