package org.kezheng.security.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.operator.OperatorCreationException;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.keys.PrivateFiles;

/// The certificates with which the platform and its PBX serve: `ca.pem`, which browsers and other tools are told
/// to trust, and `server.pem` with `server.key`, signed by it, for 127.0.0.1, ::1 and localhost. The authority's
/// own key is `ca.key`. All stand in the key directory under `tls/`, with mode 600.
public final class ServiceCertificates {
    private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(3650);
    private static final Duration SERVER_VALIDITY = Duration.ofDays(397);
    /// Less left than this, and a certificate is made anew.
    private static final Duration RENEWAL = Duration.ofDays(30);

    private final Path directory;

    private ServiceCertificates(Path directory) {
        this.directory = directory;
    }

    /// Makes what is missing, broken or near its end, and leaves the rest as it is. A new authority makes a new server
    /// certificate too.
    public static ServiceCertificates prepare(KeyDirectory keys, Clock clock) throws IOException {
        ServiceCertificates certificates = new ServiceCertificates(keys.tlsDirectory());
        Instant now = clock.instant();
        try {
            PrivateFiles.createDirectory(certificates.directory);
            Identity authority = certificates.authority(now);
            certificates.ensureServer(authority, now);
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException("Elliptic curve certificates cannot be made", impossible);
        }
        return certificates;
    }

    /// The certificate of the authority, to be trusted by those who connect.
    public Path authorityCertificate() {
        return directory.resolve("ca.pem");
    }

    public Path serverCertificate() {
        return directory.resolve("server.pem");
    }

    public Path serverKey() {
        return directory.resolve("server.key");
    }

    private Path authorityKey() {
        return directory.resolve("ca.key");
    }

    private Identity authority(Instant now) throws IOException, GeneralSecurityException, OperatorCreationException {
        if (Files.exists(authorityCertificate()) && Files.exists(authorityKey())) {
            Optional<Identity> usable = read(authorityCertificate(), authorityKey())
                    .filter(present -> present.isValidUntil(now.plus(RENEWAL)));
            if (usable.isPresent()) {
                return usable.get();
            }
        }
        Identity made = Certificates.authority(now, now.plus(AUTHORITY_VALIDITY));
        write(made, authorityCertificate(), authorityKey());
        return made;
    }

    private void ensureServer(Identity authority, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        if (Files.exists(serverCertificate()) && Files.exists(serverKey())) {
            boolean isUsable = read(serverCertificate(), serverKey())
                    .filter(present -> present.isValidUntil(now.plus(RENEWAL)) && present.isSignedBy(authority))
                    .isPresent();
            if (isUsable) {
                return;
            }
        }
        write(Certificates.server(authority, now, now.plus(SERVER_VALIDITY)), serverCertificate(), serverKey());
    }

    private static Optional<Identity> read(Path certificate, Path key) throws IOException {
        return Identity.read(Files.readString(certificate), Files.readString(key));
    }

    private static void write(Identity identity, Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        PrivateFiles.write(key, identity.keyPem().getBytes(StandardCharsets.US_ASCII));
        PrivateFiles.write(certificate, identity.certificatePem().getBytes(StandardCharsets.US_ASCII));
    }
}
