package org.kezheng.evidence.calls;

import jakarta.persistence.EntityManager;
import java.util.List;

/// The stored positions of projections. Read and written inside the transaction of the effect; reading locks the row,
/// so that two processes never take the same record.
final class ProjectionPositions {
    private final EntityManager entities;

    ProjectionPositions(EntityManager entities) {
        this.entities = entities;
    }

    ProjectionPosition lock(String projection) {
        entities.createNativeQuery(
                        "insert into projection_position (projection, position) values (:name, 0) on conflict do nothing")
                .setParameter("name", projection)
                .executeUpdate();
        List<?> rows = entities.createNativeQuery(
                        "select position, events from projection_position where projection = :name for update")
                .setParameter("name", projection)
                .getResultList();
        Object[] row = (Object[]) rows.getFirst();
        return new ProjectionPosition(((Number) row[0]).longValue(), ((Number) row[1]).intValue());
    }

    void store(String projection, ProjectionPosition position) {
        entities.createNativeQuery(
                        "update projection_position set position = :position, events = :events where projection = :name")
                .setParameter("position", position.record())
                .setParameter("events", position.events())
                .setParameter("name", projection)
                .executeUpdate();
    }
}
