package org.kezheng.security.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the leaves and roots that implementations of RFC 6962 have shared since 2012, and against proofs recomputed
/// here the way a verifier does.
final class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> KNOWN_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> KNOWN_ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseThatOthersPublished() {
        MerkleTree tree = treeOf(KNOWN_LEAVES.stream()
                .map(leaf -> Hashes.leaf(HEX.parseHex(leaf)))
                .toList());
        assertThat(HEX.formatHex(tree.root(0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int size = 1; size <= KNOWN_ROOTS.size(); size++) {
            assertThat(HEX.formatHex(tree.root(size))).as("size %d", size).isEqualTo(KNOWN_ROOTS.get(size - 1));
        }
    }

    @Test
    void eachLeafIsProvenInEachSmallTree() {
        List<byte[]> leaves = leaves(70);
        MerkleTree tree = treeOf(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            for (int index = 0; index < size; index++) {
                assertThat(rootByInclusion(leaves.get(index), index, size, tree.inclusion(index, size)))
                        .as("leaf %d of %d", index, size)
                        .isEqualTo(tree.root(size));
            }
        }
    }

    @Test
    void eachSmallTreeIsProvenToContinueEachEarlierOne() {
        MerkleTree tree = treeOf(leaves(40));
        for (int size = 1; size <= 40; size++) {
            for (int earlier = 1; earlier <= size; earlier++) {
                requireConsistent(tree, earlier, size);
            }
            assertThat(tree.consistency(0, size)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1023, 1024", "1024, 1025", "1024, 2048", "1000, 5000", "3071, 3073", "4096, 4999"})
    void treesOfManyBlocksHaveTheRootsAndProofsOfThePlainDefinition(int earlier, int size) {
        List<byte[]> leaves = leaves(size);
        MerkleTree tree = treeOf(leaves);
        assertThat(tree.root(size)).isEqualTo(plainRoot(leaves));
        assertThat(tree.root(earlier)).isEqualTo(plainRoot(leaves.subList(0, earlier)));
        requireConsistent(tree, earlier, size);
        for (int index : new int[] {0, earlier - 1, earlier, size - 1}) {
            if (index < size) {
                assertThat(rootByInclusion(leaves.get(index), index, size, tree.inclusion(index, size)))
                        .isEqualTo(tree.root(size));
            }
        }
    }

    @Test
    void whatIsNotInTheTreeHasNoProof() {
        MerkleTree tree = treeOf(leaves(5));
        assertThatThrownBy(() -> tree.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.root(6)).isInstanceOf(LedgerDamagedException.class);
    }

    private static MerkleTree treeOf(List<byte[]> leaves) {
        return new MerkleTree(
                (from, to) -> leaves.subList((int) Math.min(from, leaves.size()), (int) Math.min(to, leaves.size())));
    }

    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int leaf = 0; leaf < count; leaf++) {
            leaves.add(Hashes.leaf(("entry " + leaf).getBytes(StandardCharsets.US_ASCII)));
        }
        return leaves;
    }

    private static byte[] plainRoot(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        return Hashes.node(plainRoot(leaves.subList(0, split)), plainRoot(leaves.subList(split, leaves.size())));
    }

    /// RFC 9162, 2.1.3.2.
    private static byte[] rootByInclusion(byte[] leaf, long index, long size, List<byte[]> path) {
        long node = index;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] sibling : path) {
            assertThat(last).isNotZero();
            if (node % 2 == 1 || node == last) {
                root = Hashes.node(sibling, root);
                while (node % 2 == 0 && node != 0) {
                    node /= 2;
                    last /= 2;
                }
            } else {
                root = Hashes.node(root, sibling);
            }
            node /= 2;
            last /= 2;
        }
        assertThat(last).isZero();
        return root;
    }

    /// RFC 9162, 2.1.4.2.
    private static void requireConsistent(MerkleTree tree, int earlier, int size) {
        List<byte[]> proof = new ArrayList<>(tree.consistency(earlier, size));
        if (earlier == size) {
            assertThat(proof).isEmpty();
            return;
        }
        if (Integer.bitCount(earlier) == 1) {
            proof.addFirst(tree.root(earlier));
        }
        long node = earlier - 1L;
        long last = size - 1L;
        while (node % 2 == 1) {
            node /= 2;
            last /= 2;
        }
        byte[] first = proof.getFirst();
        byte[] second = proof.getFirst();
        for (byte[] step : proof.subList(1, proof.size())) {
            assertThat(last).isNotZero();
            if (node % 2 == 1 || node == last) {
                first = Hashes.node(step, first);
                second = Hashes.node(step, second);
                while (node % 2 == 0 && node != 0) {
                    node /= 2;
                    last /= 2;
                }
            } else {
                second = Hashes.node(second, step);
            }
            node /= 2;
            last /= 2;
        }
        assertThat(last).isZero();
        assertThat(Arrays.equals(first, tree.root(earlier)))
                .as("%d in %d", earlier, size)
                .isTrue();
        assertThat(Arrays.equals(second, tree.root(size)))
                .as("%d to %d", earlier, size)
                .isTrue();
    }
}
