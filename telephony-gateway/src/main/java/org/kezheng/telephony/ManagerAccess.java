package org.kezheng.telephony;

/// Where the PBX's manager interface (AMI) is and how to sign in there.
public record ManagerAccess(String host, int port, String user, SecretText secret) {

    /// Refuses what is no address.
    public ManagerAccess {
        Tokens.host(host, "host of the PBX");
        Tokens.name(user, "user of the PBX");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a valid port of the PBX");
        }
    }
}
