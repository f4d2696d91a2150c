package org.kezheng.security.ledger;

import java.util.List;

/// Shows that a leaf stands in the tree of a checkpoint (RFC 6962, 2.1.1).
///
/// @param index the leaf's number
/// @param size the size of the tree
/// @param path the hashes beside the way from the leaf up to the root, 32 bytes each, lowest first
public record InclusionProof(long index, long size, List<byte[]> path) {
    public InclusionProof {
        path = path.stream().map(byte[]::clone).toList();
    }
}
