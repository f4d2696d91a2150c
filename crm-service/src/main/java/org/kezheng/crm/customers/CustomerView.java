package org.kezheng.crm.customers;

/// A customer as screens show it: masked.
///
/// @param isVip whether calls of the customer go before others, where a flow says so
public record CustomerView(CustomerId id, String maskedName, String maskedNumber, boolean isVip) {

    @Override
    public String toString() {
        return "CustomerView[" + id.value() + ", [REDACTED]]";
    }
}
