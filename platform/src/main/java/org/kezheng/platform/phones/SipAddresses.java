package org.kezheng.platform.phones;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which addresses of SIP phones are taken.
final class SipAddresses {
    private static final Pattern FORM = Pattern.compile("([0-9.]{7,15}|localhost):([0-9]{1,5})");
    private static final int MAX_PORT = 65_535;

    private final List<Network> networks;
    private final Set<String> taken;

    /// @param taken as `host:port`: no phone stands there
    SipAddresses(List<String> networks, Collection<String> taken) {
        this.networks = networks.stream().map(Network::of).toList();
        this.taken = Set.copyOf(taken);
    }

    Optional<Device.Sip> read(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(1).equals("localhost") ? "127.0.0.1" : parts.group(1);
        int port = Integer.parseInt(parts.group(2));
        return Network.address(host)
                .filter(address -> port >= 1 && port <= MAX_PORT)
                .filter(address -> !taken.contains(host + ":" + port))
                .filter(address -> networks.stream().anyMatch(network -> network.contains(address)))
                .map(address -> new Device.Sip(host, port));
    }
}
