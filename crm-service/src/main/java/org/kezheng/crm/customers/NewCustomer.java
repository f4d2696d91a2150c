package org.kezheng.crm.customers;

import org.kezheng.security.secret.SecretString;

/// A customer to create, as it was entered. What is wrong with it comes back as field problems.
public record NewCustomer(SecretString name, SecretString number) {}
