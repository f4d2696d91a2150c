package org.kezheng.security;

import jakarta.persistence.EntityManagerFactory;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.keys.PlatformSecrets;
import org.kezheng.security.sealed.SealedFiles;
import org.kezheng.security.signing.EvidenceSigner;
import org.kezheng.security.tenancy.ClientScopedTransactions;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/// Everything of this module, for the application to import; the packages' own wiring is found by scanning. The
/// application gives a [KeyDirectory], a [java.time.Clock], a data source of the application's role and the entity
/// manager factory; the migrations stand in `classpath:db/migration/security`.
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = SecurityModule.class)
@EnableJpaRepositories(basePackageClasses = SecurityModule.class)
@ComponentScan(basePackageClasses = SecurityModule.class)
public class SecurityModule {

    @Bean
    ClientKeys clientKeys(KeyDirectory directory) {
        return new ClientKeys(directory);
    }

    @Bean
    PlatformSecrets platformSecrets(KeyDirectory directory) {
        return new PlatformSecrets(directory);
    }

    @Bean
    EvidenceSigner evidenceSigner(KeyDirectory directory) {
        return new EvidenceSigner(directory.evidenceKeys());
    }

    @Bean
    SealedFiles sealedFiles(ClientKeys keys) {
        return new SealedFiles(keys);
    }

    @Bean
    BlindIndexes blindIndexes(ClientKeys keys) {
        return new BlindIndexes(keys);
    }

    @Bean
    ClientScopedTransactions transactionManager(EntityManagerFactory factory) {
        return new ClientScopedTransactions(factory);
    }
}
