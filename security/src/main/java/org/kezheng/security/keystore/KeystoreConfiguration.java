package org.kezheng.security.keystore;

import org.kezheng.security.keys.ClientKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Wires the customers' keys; their repository stays inside this package.
@Configuration(proxyBeanMethods = false)
class KeystoreConfiguration {

    @Bean
    CustomerCiphers customerCiphers(CustomerKeyRows rows, ClientKeys keys, PlatformTransactionManager transactions) {
        return new CustomerCiphers(rows, keys, transactions);
    }
}
