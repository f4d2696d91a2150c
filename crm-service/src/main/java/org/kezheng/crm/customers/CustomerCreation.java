package org.kezheng.crm.customers;

import java.util.List;
import org.kezheng.security.validation.FieldProblem;

/// What became of a wish for a customer.
public sealed interface CustomerCreation {
    /// The customer exists; earlier calls of the number are now the customer's.
    record Created(CustomerView customer) implements CustomerCreation {}

    /// Nothing was created.
    record Rejected(List<FieldProblem> problems) implements CustomerCreation {}
}
