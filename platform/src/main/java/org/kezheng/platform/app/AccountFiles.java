package org.kezheng.platform.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.kezheng.security.keys.PrivateFiles;
import org.kezheng.security.secret.SecretString;
import tools.jackson.databind.json.JsonMapper;

/// The files by which the first people get in: a demonstration's passwords, or the one-time token. All private.
final class AccountFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PASSWORD_BYTES = 18;

    private final Path directory;

    AccountFiles(Path dataDirectory) {
        this.directory = dataDirectory.resolve("accounts");
    }

    /// One line of `accounts.json`.
    record Listed(String user, String role, String client, String passwordFile, String totpFile) {}

    Path passwordFile(String user) {
        return directory.resolve(user + ".password");
    }

    boolean hasPassword(String user) {
        return Files.exists(passwordFile(user));
    }

    /// The password in the user's file, which is made when it is missing.
    SecretString password(String user) {
        Path file = passwordFile(user);
        try {
            if (!Files.exists(file)) {
                write(file, random());
            }
            return new SecretString(Files.readString(file).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException("A password file cannot be written or read", failure);
        }
    }

    Path tokenFile() {
        return directory.resolve("administrator.token");
    }

    void writeToken(SecretString token) {
        write(tokenFile(), token.reveal());
    }

    void removeToken() {
        try {
            Files.deleteIfExists(tokenFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("The used token cannot be removed", failure);
        }
    }

    void list(List<Listed> accounts) {
        write(directory.resolve("accounts.json"), JSON.writeValueAsString(accounts));
    }

    private void write(Path file, String content) {
        try {
            PrivateFiles.createDirectory(directory);
            PrivateFiles.write(file, (content + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The directory of accounts cannot be written", failure);
        }
    }

    private static String random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
