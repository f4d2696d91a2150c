package org.kezheng.security.identity;

import java.util.concurrent.Semaphore;
import org.kezheng.security.secret.SecretString;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Argon2id hashes of passwords: 19 MiB, 2 passes, 1 lane, salt of 16 bytes, hash of 32 (the floor that OWASP's
/// password storage guide names). A hash says its own parameters, so they can be raised later.
///
/// Each computation takes 19 MiB of heap and a core, so only a few run at once; further ones wait.
public final class PasswordHashing {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int MAX_AT_ONCE = 4;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore permits = new Semaphore(MAX_AT_ONCE);
    /// Compared with when there is no account, so that an unknown user takes as long as a known one.
    private final String nobodysHash = hash(new SecretString("the password of nobody"));

    /// The hash, with a salt of its own, as text.
    public String hash(SecretString password) {
        permits.acquireUninterruptibly();
        try {
            String hash = encoder.encode(password.reveal());
            if (hash == null) {
                throw new IllegalStateException("The encoder gave no hash");
            }
            return hash;
        } finally {
            permits.release();
        }
    }

    /// Whether the hash is that password's.
    public boolean matches(SecretString password, String hash) {
        permits.acquireUninterruptibly();
        try {
            return encoder.matches(password.reveal(), hash);
        } finally {
            permits.release();
        }
    }

    /// Spends the time of a comparison; always false.
    boolean matchesNobody(SecretString password) {
        boolean matched = matches(password, nobodysHash);
        return matched && nobodysHash.isEmpty();
    }
}
