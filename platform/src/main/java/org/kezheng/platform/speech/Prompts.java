package org.kezheng.platform.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.Mentions;
import org.kezheng.platform.flows.Node;
import org.kezheng.platform.flows.file.Catalogue;

/// Makes the files of prompts. Their names are the hash of what they hold, so whatever has been made stays true, and
/// a changed text or recording is another file.
public final class Prompts {
    private static final String ENDING = ".wav";
    private static final String DIRECTORY_MODE = "rwxr-xr-x";
    private static final String FILE_MODE = "rw-r--r--";

    private final Path recorded;
    private final Path made;
    private final Path shipped;
    private final Speech speech;

    /// @param recorded where recordings stand, as `zh/welcome.wav`
    /// @param made where files for the PBX are kept; it must be able to read there
    /// @param shipped where files stand that were made with the product, by the same names
    Prompts(Path recorded, Path made, Path shipped, Speech speech) {
        this.recorded = recorded;
        this.made = made;
        this.shipped = shipped;
        this.speech = speech;
    }

    /// The files of everything that a flow may say in a language, by the prompts' names, without their ending.
    ///
    /// @throws IOException when one cannot be had
    public Map<String, String> of(Flow flow, Flow.Language language) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : namesIn(flow)) {
            Flow.Prompt prompt =
                    flow.prompts().getOrDefault(name, Catalogue.prompts().get(name));
            String text = prompt == null ? null : prompt.text(language);
            files.put(name, file(name, Objects.requireNonNullElse(text, ""), language));
        }
        return files;
    }

    /// The file of one prompt of the catalogue.
    ///
    /// @throws IOException when it cannot be had
    public String ofCatalogue(String name, Flow.Language language) throws IOException {
        Flow.Prompt prompt = Objects.requireNonNull(Catalogue.prompts().get(name), name);
        return file(name, Objects.requireNonNull(prompt.text(language)), language);
    }

    /// The file of a text that somebody wrote.
    ///
    /// @throws IOException when it cannot be had
    public String ofText(String text, Flow.Language language) throws IOException {
        Voice voice = Voice.of(language);
        return kept(hash(List.of(speech.name(), voice.code(), text)), () -> speech.speak(text, voice));
    }

    private static SortedSet<String> namesIn(Flow flow) {
        SortedSet<String> names = new TreeSet<>();
        flow.nodes()
                .values()
                .forEach(node -> names.addAll(Mentions.prompts(node).values()));
        boolean tells = flow.nodes().values().stream()
                .anyMatch(node -> node instanceof Node.Queue queue
                        && !queue.waiting().tells().isEmpty());
        if (tells) {
            // Whatever a caller may be told of the place: each number, and the words around it.
            for (int number = 0; number <= Catalogue.LARGEST_NUMBER + 1; number++) {
                names.addAll(Catalogue.place(number, number));
            }
        }
        return names;
    }

    private String file(String name, String text, Flow.Language language) throws IOException {
        Path recording = recorded.resolve(language.code()).resolve(name + ENDING);
        if (Files.isRegularFile(recording)) {
            byte[] content = Files.readAllBytes(recording);
            return kept(
                    hash(List.of("recorded", HexFormat.of().formatHex(sha256(content)))),
                    () -> read(recording, content));
        }
        Voice voice = Voice.of(language);
        return kept(hash(List.of(speech.name(), voice.code(), text)), () -> speech.speak(text, voice));
    }

    private static Waveform read(Path recording, byte[] content) throws IOException {
        try {
            return Waveform.read(content);
        } catch (IOException wrong) {
            throw new IOException(recording + ": " + wrong.getMessage(), wrong);
        }
    }

    private interface Source {
        Waveform get() throws IOException;
    }

    private String kept(String hash, Source source) throws IOException {
        Path file = made.resolve(hash + ENDING);
        if (!Files.exists(file)) {
            Files.createDirectories(made);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(DIRECTORY_MODE));
            Path unfinished = Files.createTempFile(made, hash, ".new");
            Path before = shipped.resolve(hash + ENDING);
            Files.write(
                    unfinished,
                    Files.isRegularFile(before)
                            ? Files.readAllBytes(before)
                            : source.get().forLine().asWav());
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString(FILE_MODE));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return made.toAbsolutePath().resolve(hash).toString();
    }

    private static String hash(List<String> parts) {
        byte[] digest = sha256(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
