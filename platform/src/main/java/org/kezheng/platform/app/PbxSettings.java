package org.kezheng.platform.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.kezheng.telephony.ConfigurationAccess;
import org.kezheng.telephony.GatewaySettings;
import org.kezheng.telephony.ManagerAccess;
import org.kezheng.telephony.SecretText;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The PBX and how to reach it. Secrets stand in files of their own.
///
/// @param mediaAddress where the PBX takes the softphones' audio
@Validated
@ConfigurationProperties("kezheng.pbx")
record PbxSettings(
        @NotBlank String amiHost,
        @Min(1) @Max(65_535) int amiPort,
        @NotBlank String amiUser,
        @NotNull Path amiSecretFile,
        @NotNull URI ariUrl,
        @NotBlank String ariUser,
        @NotNull Path ariSecretFile,
        @DefaultValue("127.0.0.1") String mediaAddress) {
    private static final Duration ARI_PATIENCE = Duration.ofSeconds(3);

    GatewaySettings gateway() {
        return GatewaySettings.standard(new ManagerAccess(amiHost, amiPort, amiUser, secret(amiSecretFile)));
    }

    /// The manager interface's user who is told of the lines' audio alone.
    ManagerAccess lines() {
        return new ManagerAccess(amiHost, amiPort, amiUser + "-lines", secret(amiSecretFile));
    }

    ConfigurationAccess configuration() {
        return new ConfigurationAccess(ariUrl, ariUser, secret(ariSecretFile), ARI_PATIENCE);
    }

    private static SecretText secret(Path file) {
        try {
            return new SecretText(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The secret file " + file + " cannot be read", unreadable);
        }
    }
}
