package org.kezheng.crm;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/// Everything of this module, for the application to import beside the security module; the migrations stand in
/// `classpath:db/migration/crm`.
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = CrmModule.class)
@EnableJpaRepositories(basePackageClasses = CrmModule.class)
@ComponentScan(basePackageClasses = CrmModule.class)
public class CrmModule {}
