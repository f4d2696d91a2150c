package org.kezheng.security.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.tenancy.ClientId;

final class BlindIndexesTest {
    private static final ClientId FIRST = new ClientId(1);
    private static final ClientId SECOND = new ClientId(2);

    private ClientKeys keys;
    private BlindIndexes indexes;

    @BeforeEach
    void twoClients(@TempDir Path base) {
        keys = new ClientKeys(KeyDirectory.prepare(base.resolve("keys"), base.resolve("data")));
        keys.create(FIRST);
        keys.create(SECOND);
        indexes = new BlindIndexes(keys);
    }

    @Test
    void everyWritingOfANumberHasOneIndex() {
        assertThat(indexes.of(FIRST, number("+86 138 0013 8000"))).isEqualTo(indexes.of(FIRST, number("13800138000")));
        assertThat(new BlindIndexes(keys).of(FIRST, number("13800138000")))
                .isEqualTo(indexes.of(FIRST, number("13800138000")));
    }

    @Test
    void clientsShareNoIndexes() {
        assertThat(all(FIRST)).isNotEqualTo(all(SECOND));
    }

    @Test
    void indexesSpreadOverTheirWholeRange() {
        Set<Integer> highBytes = all(FIRST).stream().map(index -> index >> 16).collect(Collectors.toSet());
        assertThat(highBytes).hasSizeGreaterThan(200);
        assertThat(all(FIRST)).allMatch(index -> index >= 0 && index < 1 << 24);
    }

    @Test
    void indexOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new BlindIndex(1 << 24)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Integer> all(ClientId client) {
        return IntStream.range(0, 1000)
                .mapToObj(tail ->
                        indexes.of(client, number("138%08d".formatted(tail))).value())
                .toList();
    }

    private static NormalisedNumber number(String written) {
        return NormalisedNumber.of(written).orElseThrow();
    }
}
