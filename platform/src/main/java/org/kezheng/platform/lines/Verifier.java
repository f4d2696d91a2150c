package org.kezheng.platform.lines;

import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.verification.Verifications;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// Compares what callers of flows enter with the service code of the customer whose number calls.
public final class Verifier {
    private final ConfidentialLog log;
    private final Customers customers;
    private final Verifications verifications;

    public Verifier(ConfidentialLog log, Customers customers, Verifications verifications) {
        this.log = log;
        this.customers = customers;
        this.verifications = verifications;
    }

    /// Whether it is the service code; never of a stranger, nor of a customer who is locked. Blocks, and throws
    /// when the database does not answer.
    public boolean isRight(long contact, ClientId client, SecretString digits) {
        return ClientScope.call(
                client,
                () -> log.numberOf(contact)
                        .flatMap(customers::findByNumber)
                        .map(customer -> verifications.verifyByFlow(customer.id(), new CallId(contact), digits))
                        .filter(Verifications.Result.Passed.class::isInstance)
                        .isPresent());
    }
}
