package org.kezheng.evidence.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The claims, in the order in which the board shows them. They are data: `claims.json`.
public final class Claims {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final List<Claim> all;

    public Claims(List<Claim> all) {
        this.all = List.copyOf(all);
        Set<String> ids = new HashSet<>();
        for (Claim claim : all) {
            if (!ids.add(claim.id())) {
                throw new IllegalArgumentException("Two claims have the id " + claim.id());
            }
        }
    }

    /// The claims that this version makes.
    public static Claims published() {
        try (InputStream stream = Objects.requireNonNull(Claims.class.getResourceAsStream("/claims.json"))) {
            return new Claims(List.of(JSON.readValue(stream, Claim[].class)));
        } catch (IOException failure) {
            throw new UncheckedIOException("The claims cannot be read", failure);
        }
    }

    public List<Claim> all() {
        return all;
    }

    /// Those that a probe tries.
    public List<Claim> live() {
        return all.stream().filter(claim -> claim.kind() == Claim.Kind.LIVE).toList();
    }

    public Optional<Claim> find(String id) {
        return all.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }
}
