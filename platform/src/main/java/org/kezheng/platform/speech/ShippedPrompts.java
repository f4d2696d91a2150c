package org.kezheng.platform.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.file.Catalogue;

/// Makes the prompts that ship, as a step of the build: each of the catalogue, in each language. A start takes them as
/// they are and speaks only what a site has written itself.
public final class ShippedPrompts {
    private ShippedPrompts() {}

    /// Has the program speak all of them, and keeps the files there under the names by which a start looks for them.
    ///
    /// @return how many there are
    /// @throws IOException when one cannot be spoken; the message says what is missing, and the way out
    public static int make(Path program, Path directory) throws IOException {
        return make(new Espeak(program), directory);
    }

    static int make(Speech speech, Path directory) throws IOException {
        Prompts prompts = new Prompts(directory, directory, directory, speech);
        List<String> names =
                Catalogue.names().stream().sorted(Comparator.naturalOrder()).toList();
        for (Flow.Language language : Flow.Language.values()) {
            for (String name : names) {
                prompts.ofCatalogue(name, language);
            }
        }
        return names.size() * Flow.Language.values().length;
    }
}
