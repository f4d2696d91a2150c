package org.kezheng.crm;

import org.kezheng.crm.customers.CustomersConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/// Everything of this module, for the application to import beside the security module; the migrations stand in
/// `classpath:db/migration/crm`.
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = CrmModule.class)
@EnableJpaRepositories(basePackageClasses = CrmModule.class)
@Import(CustomersConfiguration.class)
public class CrmModule {}
