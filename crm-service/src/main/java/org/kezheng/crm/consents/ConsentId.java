package org.kezheng.crm.consents;

/// Names one consent, which is the voucher (同意凭证) of the calls that rest on it.
public record ConsentId(long value) {
    public ConsentId {
        if (value < 1) {
            throw new IllegalArgumentException("A consent's id is positive");
        }
    }
}
