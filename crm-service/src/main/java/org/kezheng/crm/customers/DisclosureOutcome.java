package org.kezheng.crm.customers;

import org.kezheng.security.secret.SecretString;
import org.kezheng.security.validation.FieldProblem;

/// The answer to a wish to see a customer in the clear.
public sealed interface DisclosureOutcome {
    /// Shown, and recorded in the same transaction.
    record Disclosed(SecretString name, SecretString number) implements DisclosureOutcome {}

    /// The client in scope has no such customer.
    record NotFound() implements DisclosureOutcome {}

    /// The reason does not do.
    record Rejected(FieldProblem problem) implements DisclosureOutcome {}
}
