package org.kezheng.security.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.fixture.SettableClock;
import org.kezheng.security.keys.KeyDirectory;

final class ServiceCertificatesTest {
    private SettableClock clock;
    private KeyDirectory keys;

    @BeforeEach
    void newKeyDirectory(@TempDir Path base) {
        clock = new SettableClock("2026-11-23T08:00:00Z");
        keys = KeyDirectory.prepare(base.resolve("keys"), base.resolve("data"));
    }

    @Test
    void serverIsSignedByTheAuthorityForTheLoopbackNames() throws Exception {
        ServiceCertificates made = prepare();
        X509Certificate authority = certificate(made.authorityCertificate());
        X509Certificate server = certificate(made.serverCertificate());
        server.verify(authority.getPublicKey());
        authority.verify(authority.getPublicKey());
        assertThat(server.getIssuerX500Principal()).isEqualTo(authority.getSubjectX500Principal());
        assertThat(server.getSubjectAlternativeNames().stream().<Object>map(name -> name.get(1)))
                .containsExactlyInAnyOrder("127.0.0.1", "0:0:0:0:0:0:0:1", "localhost");
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(server.getExtendedKeyUsage()).isEqualTo(List.of("1.3.6.1.5.5.7.3.1"));
        ECPublicKey key = (ECPublicKey) server.getPublicKey();
        assertThat(key.getParams().getOrder().bitLength()).isEqualTo(256);
        assertThat(Files.readString(made.serverKey())).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }

    @Test
    void filesAreTheirOwnersAlone() throws IOException {
        prepare();
        try (Stream<Path> files = Files.list(keys.tlsDirectory())) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void preparingAgainChangesNothing() throws IOException {
        String before = all(prepare());
        clock.advance(Duration.ofDays(300));
        assertThat(all(prepare())).isEqualTo(before);
    }

    @Test
    void serverNearItsEndIsMadeAnewByTheSameAuthority() throws Exception {
        ServiceCertificates made = prepare();
        String authority = Files.readString(made.authorityCertificate());
        String server = Files.readString(made.serverCertificate());
        clock.advance(Duration.ofDays(368));
        prepare();
        assertThat(Files.readString(made.authorityCertificate())).isEqualTo(authority);
        assertThat(Files.readString(made.serverCertificate())).isNotEqualTo(server);
        certificate(made.serverCertificate())
                .verify(certificate(made.authorityCertificate()).getPublicKey());
    }

    @Test
    void newAuthorityMakesANewServerToo() throws Exception {
        ServiceCertificates made = prepare();
        clock.advance(Duration.ofDays(3650));
        prepare();
        X509Certificate authority = certificate(made.authorityCertificate());
        authority.checkValidity(Date.from(clock.instant()));
        certificate(made.serverCertificate()).verify(authority.getPublicKey());
    }

    @Test
    void brokenOrMismatchedFilesAreMadeAnew() throws Exception {
        ServiceCertificates made = prepare();
        for (String broken : List.of("", "not a certificate", Files.readString(made.authorityCertificate()))) {
            Files.writeString(made.serverCertificate(), broken, StandardCharsets.US_ASCII);
            prepare();
            certificate(made.serverCertificate())
                    .verify(certificate(made.authorityCertificate()).getPublicKey());
            assertThat(certificate(made.serverCertificate()).getBasicConstraints())
                    .isEqualTo(-1);
        }
    }

    private ServiceCertificates prepare() throws IOException {
        return ServiceCertificates.prepare(keys, clock);
    }

    private static String all(ServiceCertificates made) throws IOException {
        return Files.readString(made.authorityCertificate())
                + Files.readString(made.serverCertificate())
                + Files.readString(made.serverKey());
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (var content = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
        }
    }
}
