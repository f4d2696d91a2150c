package org.kezheng.crm.customers;

/// A customer as screens show it: masked.
public record CustomerView(CustomerId id, String maskedName, String maskedNumber) {

    @Override
    public String toString() {
        return "CustomerView[" + id.value() + ", [REDACTED]]";
    }
}
