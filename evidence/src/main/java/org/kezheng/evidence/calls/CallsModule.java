package org.kezheng.evidence.calls;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/// The beans of this package. The application says where the journal is ([JournalProjector.JournalSource]) and starts
/// the projector; the migrations stand in `classpath:db/migration/evidence`.
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = CallsModule.class)
public class CallsModule {
    /// Made by the container.
    CallsModule() {}

    @Bean
    Calls calls(EntityManagerFactory factory, PlatformTransactionManager transactions) {
        return new Calls(sharedEntities(factory), transactions);
    }

    @Bean
    JournalProjector journalProjector(
            JournalProjector.JournalSource journal,
            EntityManagerFactory factory,
            PlatformTransactionManager transactions) {
        return new JournalProjector(journal, sharedEntities(factory), transactions);
    }

    private static EntityManager sharedEntities(EntityManagerFactory factory) {
        return SharedEntityManagerCreator.createSharedEntityManager(factory);
    }
}
