package org.kezheng.security.clients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.kezheng.security.tenancy.ClientId;

@Entity
@Table(name = "client")
class ClientEntity {
    @Id
    private int id;

    @Column(name = "code")
    private String code;

    @Column(name = "name_zh")
    private String chineseName;

    @Column(name = "name_en")
    private String englishName;

    protected ClientEntity() {}

    Client toClient() {
        return new Client(new ClientId(id), code, chineseName, englishName);
    }
}
