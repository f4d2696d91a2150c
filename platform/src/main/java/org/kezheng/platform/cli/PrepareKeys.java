package org.kezheng.platform.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.tls.ServiceCertificates;

/// Makes the key directory and the service's certificates, or checks those that are there.
public final class PrepareKeys {
    private PrepareKeys() {}

    static void main(String[] arguments) {
        Command.exit(out -> {
            Arguments given = new Arguments(arguments, Set.of("--key-dir", "--data-dir"), Set.of());
            KeyDirectory keys =
                    KeyDirectory.prepare(Path.of(given.require("--key-dir")), Path.of(given.require("--data-dir")));
            ServiceCertificates certificates = ServiceCertificates.prepare(keys, Clock.systemUTC());
            out.println(certificates.authorityCertificate());
            return ExitCode.HOLDS;
        });
    }
}
