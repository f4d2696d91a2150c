package org.kezheng.crm.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.kezheng.security.envelope.Ciphertext;

@Entity
@Table(name = "call_note")
class CallNoteEntity {
    @Id
    @Column(name = "entry_position")
    private long entryPosition;

    @Column(name = "contact_id")
    private long contact;

    @Column(name = "agent")
    private String agent;

    @Column(name = "disposition")
    private String disposition;

    @Column(name = "note_cipher")
    private byte[] noteCipher;

    @Column(name = "written_at")
    private Instant writtenAt;

    protected CallNoteEntity() {}

    long entryPosition() {
        return entryPosition;
    }

    CallId call() {
        return new CallId(contact);
    }

    String agent() {
        return agent;
    }

    String disposition() {
        return disposition;
    }

    Ciphertext noteCipher() {
        return Ciphertext.of(noteCipher);
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
