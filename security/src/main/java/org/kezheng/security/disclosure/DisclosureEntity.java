package org.kezheng.security.disclosure;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "disclosure")
class DisclosureEntity {
    @Id
    private long id;

    protected DisclosureEntity() {}
}
