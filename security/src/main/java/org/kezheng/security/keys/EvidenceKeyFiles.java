package org.kezheng.security.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.kezheng.security.keys.KeyDirectoryException.Fault;

/// The key that signs evidence: Ed25519, the private half in `signing/evidence.key` (PKCS #8, PEM), the public half in
/// `trust/evidence.pem` (SPKI, PEM), to be handed to whoever checks. The data directory keeps a copy of the public half
/// (`evidence.pem`), so that a lost or exchanged key is noticed and never answered by making a new one.
final class EvidenceKeyFiles {
    private static final String ALGORITHM = "Ed25519";
    private static final byte[] PROBE = "kezheng".getBytes(StandardCharsets.US_ASCII);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path privateFile;
    private final Path publicFile;

    EvidenceKeyFiles(Path keys) {
        this.privateFile = keys.resolve("signing").resolve("evidence.key");
        this.publicFile = keys.resolve("trust").resolve("evidence.pem");
    }

    /// Where the public half stands.
    Path publicFile() {
        return publicFile;
    }

    /// Makes the pair where the data have none yet; otherwise checks that it is the one that they began with.
    void prepare(Path data) throws IOException {
        Path known = data.resolve("evidence.pem");
        if (!Files.exists(known)) {
            if (!Files.exists(privateFile)) {
                create();
            }
            open();
            PrivateFiles.write(known, Files.readAllBytes(publicFile));
            return;
        }
        open();
        if (!Files.readString(known).equals(Files.readString(publicFile))) {
            throw new KeyDirectoryException(Fault.FOREIGN, "the evidence key is not the one that the data began with");
        }
    }

    KeyPair open() {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            PrivateKey signing = factory.generatePrivate(new PKCS8EncodedKeySpec(content(privateFile)));
            PublicKey trust = factory.generatePublic(new X509EncodedKeySpec(content(publicFile)));
            if (!PrivateFiles.isPrivate(privateFile)) {
                throw new KeyDirectoryException(Fault.EXPOSED, "the evidence key may be read by others");
            }
            KeyPair pair = new KeyPair(trust, signing);
            if (!isOnePair(pair)) {
                throw new KeyDirectoryException(Fault.DAMAGED, "the halves of the evidence key do not belong together");
            }
            return pair;
        } catch (NoSuchFileException missing) {
            throw new KeyDirectoryException(Fault.MISSING, "a half of the evidence key is missing", missing);
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, "the evidence key cannot be read", refused);
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new KeyDirectoryException(Fault.DAMAGED, "the evidence key is damaged", damaged);
        }
    }

    /// The public half is written first: a private half that is there is complete.
    private void create() throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            PrivateFiles.createDirectory(directoryOf(publicFile));
            PrivateFiles.createDirectory(directoryOf(privateFile));
            PrivateFiles.write(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            PrivateFiles.write(privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 is part of every JDK", impossible);
        }
    }

    private static Path directoryOf(Path file) {
        return file.resolveSibling("").normalize();
    }

    private static boolean isOnePair(KeyPair pair) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(pair.getPrivate());
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.update(PROBE);
        return signature.verify(signed);
    }

    private static byte[] content(Path file) throws IOException {
        String body = Files.readString(file, StandardCharsets.ISO_8859_1)
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        return Base64.getDecoder().decode(body);
    }

    private static byte[] pem(String label, byte[] content) {
        return ("-----BEGIN " + label + "-----\n" + LINES.encodeToString(content) + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
