package org.kezheng.security.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "administrator_invitation")
class InvitationEntity {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    protected InvitationEntity() {}
}
