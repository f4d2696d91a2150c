package org.kezheng.security.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.keys.KeyDirectoryException.Fault;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;

final class KeyDirectoryTest {
    private static final ClientId FIRST = new ClientId(1);
    private static final ClientId SECOND = new ClientId(2);
    private static final FieldAddress ENTRY = FieldAddress.of(FIRST, "parties", "entry", 1);

    private Path keys;
    private Path data;

    @BeforeEach
    void directories(@TempDir Path base) {
        keys = base.resolve("data.keys");
        data = base.resolve("data");
    }

    @Test
    void everythingInItIsItsOwnersAlone() throws IOException {
        ClientKeys clientKeys = new ClientKeys(prepare());
        clientKeys.create(FIRST);
        try (Stream<Path> files = Files.walk(keys)) {
            assertThat(files)
                    .hasSize(8)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void preparingAgainChangesNothing() throws IOException {
        prepare();
        byte[] before = Files.readAllBytes(keys.resolve("kek"));
        prepare();
        assertThat(Files.readAllBytes(keys.resolve("kek"))).isEqualTo(before);
    }

    @Test
    void lostKeyIsNotReplacedWhileDataExist() throws IOException {
        prepare();
        Files.delete(keys.resolve("kek"));
        assertFault(Fault.MISSING, this::prepare);
        assertThat(keys.resolve("kek")).doesNotExist();
    }

    @Test
    void keyOfOtherDataIsNoticed(@TempDir Path elsewhere) throws IOException {
        prepare();
        KeyDirectory.prepare(elsewhere.resolve("keys"), elsewhere.resolve("data"));
        PrivateFiles.write(keys.resolve("kek"), Files.readAllBytes(elsewhere.resolve("keys/kek")));
        assertFault(Fault.FOREIGN, this::prepare);
    }

    @Test
    void everyChangedByteOfTheKeyIsNoticed() throws IOException {
        prepare();
        eachByteChanged(keys.resolve("kek"), changed -> assertFault(Fault.DAMAGED, () -> KeyDirectory.open(keys)));
    }

    @Test
    void keyThatOthersMayReadIsRefused() throws IOException {
        prepare();
        Files.setPosixFilePermissions(keys.resolve("kek"), PosixFilePermissions.fromString("rw-r-----"));
        assertFault(Fault.EXPOSED, () -> KeyDirectory.open(keys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signing/evidence.key", "trust/evidence.pem"})
    void lostEvidenceKeyIsNotReplacedWhileDataExist(String half) throws IOException {
        prepare();
        Files.delete(keys.resolve(half));
        assertFault(Fault.MISSING, this::prepare);
        assertThat(keys.resolve(half)).doesNotExist();
    }

    @Test
    void evidenceKeyOfOtherDataIsNoticed(@TempDir Path elsewhere) throws IOException {
        prepare();
        KeyDirectory.prepare(elsewhere.resolve("keys"), elsewhere.resolve("data"));
        PrivateFiles.write(keys.resolve("trust/evidence.pem"), read(elsewhere, "trust/evidence.pem"));
        assertFault(Fault.DAMAGED, this::prepare);
        PrivateFiles.write(keys.resolve("signing/evidence.key"), read(elsewhere, "signing/evidence.key"));
        assertFault(Fault.FOREIGN, this::prepare);
    }

    @Test
    void evidenceKeyThatIsNoneOrExposedIsRefused() throws IOException {
        KeyDirectory prepared = prepare();
        assertThat(prepared.evidenceTrustFile()).isEqualTo(keys.resolve("trust/evidence.pem"));
        Files.setPosixFilePermissions(
                keys.resolve("signing/evidence.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertFault(Fault.EXPOSED, prepared::evidenceKeys);
        PrivateFiles.write(keys.resolve("signing/evidence.key"), new byte[] {1, 2, 3});
        assertFault(Fault.DAMAGED, prepared::evidenceKeys);
    }

    @Test
    void keysInsideTheDataAreRefused() {
        assertFault(Fault.INSIDE_DATA, () -> KeyDirectory.prepare(data.resolve("keys"), data));
    }

    @Test
    void dataKeyOpensWhatItSealedAfterARestart() {
        ClientKeys before = new ClientKeys(prepare());
        before.create(FIRST);
        Ciphertext sealed = before.confidentialLog().seal(ENTRY, new SecretString("13800138000"));
        ClientKeys after = new ClientKeys(prepare());
        after.create(FIRST);
        assertThat(after.confidentialLog().openText(ENTRY, sealed).reveal()).isEqualTo("13800138000");
    }

    @Test
    void ciphertextOfOneClientDoesNotOpenForAnother() {
        ClientKeys clientKeys = new ClientKeys(prepare());
        clientKeys.create(FIRST);
        clientKeys.create(SECOND);
        Ciphertext sealed = clientKeys.fields().seal(ENTRY, new SecretString("13800138000"));
        FieldAddress others = FieldAddress.of(SECOND, "parties", "entry", 1);
        assertThatThrownBy(() -> clientKeys.fields().open(others, sealed))
                .isInstanceOf(DamagedCiphertextException.class);
    }

    @Test
    void missingDataKeyIsNeverMadeAnewInPassing() {
        ClientKeys clientKeys = new ClientKeys(prepare());
        assertFault(Fault.MISSING, () -> clientKeys.fields().seal(ENTRY, new SecretString("text")));
        assertThat(clientKeys.exists(FIRST)).isFalse();
    }

    @Test
    void everyChangedByteOfADataKeyIsNoticed() throws IOException {
        new ClientKeys(prepare()).create(FIRST);
        eachByteChanged(
                keys.resolve("clients/1.1.key"),
                changed ->
                        assertFault(Fault.DAMAGED, () -> new ClientKeys(KeyDirectory.open(keys)).blindIndexKey(FIRST)));
    }

    @Test
    void exchangedDataKeysAreNoticed() throws IOException {
        ClientKeys clientKeys = new ClientKeys(prepare());
        clientKeys.create(FIRST);
        clientKeys.create(SECOND);
        PrivateFiles.write(keys.resolve("clients/1.1.key"), Files.readAllBytes(keys.resolve("clients/2.1.key")));
        assertFault(Fault.DAMAGED, () -> new ClientKeys(prepare()).blindIndexKey(FIRST));
    }

    @Test
    void softphonePasswordIsTheSameAfterARestartAndDifferentPerLine() {
        SecretString before = new PlatformSecrets(prepare()).softphonePassword("line-1");
        PlatformSecrets after = new PlatformSecrets(prepare());
        assertThat(after.softphonePassword("line-1")).isEqualTo(before);
        assertThat(after.softphonePassword("line-2")).isNotEqualTo(before);
        assertThat(before.reveal()).hasSize(43);
    }

    private static byte[] read(Path elsewhere, String half) throws IOException {
        return Files.readAllBytes(elsewhere.resolve("keys").resolve(half));
    }

    private KeyDirectory prepare() {
        return KeyDirectory.prepare(keys, data);
    }

    private static void eachByteChanged(Path file, Consumer<byte[]> check) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int index = 0; index < whole.length; index++) {
            byte[] changed = whole.clone();
            changed[index] ^= 0x10;
            PrivateFiles.write(file, changed);
            check.accept(changed);
        }
    }

    private static void assertFault(Fault fault, ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        KeyDirectoryException.class,
                        thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }
}
