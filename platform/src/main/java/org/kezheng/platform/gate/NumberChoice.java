package org.kezheng.platform.gate;

import org.jspecify.annotations.Nullable;
import org.kezheng.crm.customers.CustomerId;
import org.kezheng.crm.customers.Customers;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.secret.SecretString;

/// Whose number a request means: one that was typed, or a customer's, which the person who asks never sees.
public final class NumberChoice {
    private final Customers customers;

    NumberChoice(Customers customers) {
        this.customers = customers;
    }

    /// The number in its normal form.
    ///
    /// @throws Problem when neither or both are given, or there is no such number or customer
    public NormalisedNumber normal(@Nullable String number, @Nullable String customer) {
        return NormalisedNumber.of(chosen(number, customer).reveal())
                .orElseThrow(() -> Problem.invalid("number", "number.form", "A telephone number is expected"));
    }

    /// The number as it was typed, be it one or not, or the customer's.
    public SecretString chosen(@Nullable String number, @Nullable String customer) {
        if ((number == null || number.isBlank()) == (customer == null || customer.isBlank())) {
            throw Problem.invalid("number", "number.choice", "Either number or customer");
        }
        if (number != null && !number.isBlank()) {
            return new SecretString(number);
        }
        return customers
                .numberToDial(customer(customer))
                .orElseThrow(() -> Problem.invalid("customer", "customer.unknown", "There is no such customer"));
    }

    private static CustomerId customer(@Nullable String id) {
        if (id != null && id.matches("[1-9]\\d{0,17}")) {
            return new CustomerId(Long.parseLong(id));
        }
        throw Problem.invalid("customer", "field.id", "An id is a positive whole number");
    }
}
