package org.kezheng.security.clients;

import org.kezheng.security.keys.ClientKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Wires the clients; its repository stays inside this package.
@Configuration(proxyBeanMethods = false)
class ClientsConfiguration {

    @Bean
    Clients clients(ClientRows rows, ClientKeys keys, PlatformTransactionManager transactions) {
        return new Clients(rows, keys, transactions);
    }
}
