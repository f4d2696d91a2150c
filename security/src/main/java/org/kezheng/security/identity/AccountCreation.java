package org.kezheng.security.identity;

import java.util.List;
import org.kezheng.security.validation.FieldProblem;

/// What became of a wish for an account.
public sealed interface AccountCreation {
    /// The account exists and can sign in.
    record Created(Account account) implements AccountCreation {}

    /// Nothing was created.
    record Rejected(List<FieldProblem> problems) implements AccountCreation {}
}
