package org.kezheng.crm.customers;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.kezheng.crm.CrmModule;
import org.kezheng.security.SecurityModule;
import org.kezheng.security.access.Role;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.identity.Accounts;
import org.kezheng.security.identity.NewAccount;
import org.kezheng.security.identity.SignInOutcome;
import org.kezheng.security.identity.SignIns;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// The module as the application runs it, on a real database, with two clients, an agent and a supervisor.
final class CrmUnderTest implements AutoCloseable {
    static final ClientId FIRST = new ClientId(1);
    static final ClientId SECOND = new ClientId(2);
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final ConfigurableApplicationContext context;
    private final TestDatabase database;
    private final SignedIn agent;
    private final SignedIn supervisor;

    private CrmUnderTest(ConfigurableApplicationContext context, TestDatabase database) {
        this.context = context;
        this.database = database;
        this.agent = signIn("agent1", "陈静", Role.AGENT);
        this.supervisor = signIn("supervisor1", "周敏", Role.SUPERVISOR);
    }

    static CrmUnderTest start(Path directory) {
        TestDatabase database = PostgresServer.shared()
                .database()
                .migrate("classpath:db/migration/security", "classpath:db/migration/crm");
        KeyDirectory keys = KeyDirectory.prepare(directory.resolve("keys"), directory.resolve("data"));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("keyDirectory", keys);
                    starting.getBeanFactory().registerSingleton("clock", Clock.fixed(NOW, ZoneOffset.UTC));
                })
                .properties(Map.<String, Object>copyOf(database.springProperties()))
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.jpa.open-in-view=false",
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "logging.level.root=error")
                .run();
        Clients clients = context.getBean(Clients.class);
        clients.register(new Client(FIRST, "first", "甲方", "First client"));
        clients.register(new Client(SECOND, "second", "乙方", "Second client"));
        return new CrmUnderTest(context, database);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    TestDatabase database() {
        return database;
    }

    SignedIn agent() {
        return agent;
    }

    SignedIn supervisor() {
        return supervisor;
    }

    @Override
    public void close() {
        context.close();
    }

    private SignedIn signIn(String user, String name, Role role) {
        SecretString password = new SecretString("correct horse battery");
        get(Accounts.class).create(NewAccount.of(user, name, role, FIRST), password);
        return ((SignInOutcome.Accepted) get(SignIns.class).signIn(user, password)).who();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({SecurityModule.class, CrmModule.class})
    static class Application {}
}
