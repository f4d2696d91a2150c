package org.kezheng.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A small ledger, its proofs worked out by the recursive definition of RFC 6962, which the product's loops do not use.
final class SampleLedger {
    static final String RECORDING = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9";

    private final List<String> entries = new ArrayList<>();

    static SampleLedger ofOneCall() {
        return ofOneCall("0b882b989a559d1f5c44e90481715af85ab97b19d7487c0f26d2e715640d939c");
    }

    /// @param chain behind the journal's fourth record
    static SampleLedger ofOneCall(String chain) {
        SampleLedger ledger = new SampleLedger();
        ledger.add("2027-01-15T08:00:00.000000Z", "journal.sealed", "platform", "", "journal", "0", 0, """
                {"chain":"%s","position":"4"}""".formatted(
                        chain));
        ledger.add("2027-01-15T08:03:00.000000Z", "recording.stored", "platform", "", "call", "7", 1, """
                {"sha256":"%s"}""".formatted(
                        RECORDING));
        ledger.add("2027-01-15T08:04:00.000000Z", "session.refused", "somebody", "agent", "session", "0", 0, "{}");
        ledger.add("2027-01-15T08:05:00.000000Z", "call.viewed", "auditor", "auditor", "call", "7", 1, "{}");
        ledger.add("2027-01-15T08:06:00.000000Z", "pack.made", "auditor", "auditor", "call", "7", 1, "{}");
        return ledger;
    }

    private void add(
            String at, String action, String actor, String role, String kind, String id, int client, String facts) {
        entries.add("""
                {"at":"%s","action":"%s","actor":"%s","role":"%s","address":"","client":%d,\
                "subject":{"kind":"%s","id":"%s"},"facts":%s}""".formatted(at, action, actor, role, client, kind, id, facts));
    }

    int size() {
        return entries.size();
    }

    String entry(int index) {
        return entries.get(index);
    }

    List<byte[]> leaves() {
        return entries.stream()
                .map(entry -> Hashes.leaf(entry.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    byte[] root(int size) {
        return root(leaves().subList(0, size));
    }

    String note(Signer signer) {
        return signer.note(size(), root(size()));
    }

    List<String> proof(int index) {
        return proof(index, leaves()).stream().map(Hashes::hex).toList();
    }

    String export(Signer signer) {
        return "{\"format\":\"kezheng-ledger/1\",\"checkpoint\":\""
                + note(signer).replace("\n", "\\n") + "\"}\n" + String.join("\n", entries) + "\n";
    }

    /// One entry is told by its leaf's hash alone.
    String exportWithout(Signer signer, int index) {
        List<String> lines = new ArrayList<>(entries);
        lines.set(index, "{\"withheld\":\"" + Hashes.hex(leaves().get(index)) + "\"}");
        return "{\"format\":\"kezheng-ledger/2\",\"checkpoint\":\""
                + note(signer).replace("\n", "\\n") + "\"}\n" + String.join("\n", lines) + "\n";
    }

    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = split(leaves.size());
        return Hashes.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    static List<byte[]> proof(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = split(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof = new ArrayList<>(index < split ? proof(index, left) : proof(index - split, right));
        proof.add(root(index < split ? right : left));
        return proof;
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
