package org.kezheng.platform.calls;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.Durability;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.acd.journal.TimeSource;
import org.kezheng.crm.CrmModule;
import org.kezheng.evidence.calls.CallsModule;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.evidence.measures.CallTimings;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.LegsOfCalls;
import org.kezheng.platform.http.SessionCookie;
import org.kezheng.platform.measures.CallClock;
import org.kezheng.platform.outside.OutsideLine;
import org.kezheng.platform.outside.OutsideLinesOfCalls;
import org.kezheng.platform.quality.LinesOfCalls;
import org.kezheng.platform.supervision.MovesOfCalls;
import org.kezheng.security.SecurityModule;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.Role;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.identity.AccountCreation;
import org.kezheng.security.identity.Accounts;
import org.kezheng.security.identity.NewAccount;
import org.kezheng.security.identity.SignInOutcome;
import org.kezheng.security.identity.SignIns;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tls.ServiceCertificates;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.context.ConfigurableWebApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reading side of the platform with everything real below HTTP: filters, access table, PostgreSQL, keys,
/// engine and journal.
final class PlatformUnderTest implements AutoCloseable {
    static final ClientId DEMO = new ClientId(1);
    static final ClientId OTHER = new ClientId(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecretString PASSWORD = new SecretString("a long enough secret");

    private final ConfigurableApplicationContext context;
    private final SoloHost host;
    private final TestDatabase database;
    private final MockMvc http;

    private PlatformUnderTest(ConfigurableApplicationContext context, SoloHost host, TestDatabase database) {
        this.context = context;
        this.host = host;
        this.database = database;
        this.http = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                .build();
    }

    /// Not a `@Configuration`, so that no other test's scan finds it.
    @EnableAutoConfiguration
    @Import({SecurityModule.class, CrmModule.class, CallsModule.class})
    @ComponentScan({"org.kezheng.platform.http", "org.kezheng.platform.calls", "org.kezheng.platform.recordings"})
    static class Application {
        @Bean
        CallClock callClock(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
            return new CallClock(new CallTimings(database, transactions), clock);
        }

        /// No telephone here has a line.
        @Bean
        LinesOfCalls linesOfCalls() {
            return contact -> List.of();
        }

        /// Nothing goes out here.
        @Bean
        LegsOfCalls legsOfCalls() {
            return contact -> List.of();
        }

        @Bean
        OutsideLinesOfCalls outsideLinesOfCalls() {
            return new OutsideLinesOfCalls() {
                @Override
                public List<OutsideLine> of(long contact) {
                    return List.of();
                }

                @Override
                public boolean isSettled() {
                    return true;
                }
            };
        }

        /// Nobody moves calls here.
        @Bean
        MovesOfCalls movesOfCalls() {
            return contact -> List.of();
        }
    }

    static PlatformUnderTest start(Path directory) throws IOException {
        Path data = directory.resolve("data");
        KeyDirectory keys = KeyDirectory.prepare(directory.resolve("keys"), data);
        ServiceCertificates.prepare(keys, Clock.systemUTC());
        SoloHost host = SoloHost.open(new HostSettings(
                data.resolve("journal"),
                Limits.standard(),
                TimeSource.system(),
                Durability.WRITTEN,
                1_000,
                10_000,
                1_000));
        host.start();
        Directory names = new Directory(demonstration());
        TestDatabase database = PostgresServer.shared().database();
        JournalProjector.JournalSource journal = position -> host.reader().from(position);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .contextFactory(type -> new GenericWebApplicationContext())
                .initializers(starting -> {
                    ((ConfigurableWebApplicationContext) starting).setServletContext(new MockServletContext());
                    starting.getBeanFactory().registerSingleton("keyDirectory", keys);
                    starting.getBeanFactory().registerSingleton("clock", Clock.systemUTC());
                    starting.getBeanFactory().registerSingleton("directory", names);
                    starting.getBeanFactory().registerSingleton("journalSource", journal);
                })
                .properties(Map.<String, Object>copyOf(database.springProperties()))
                .properties(
                        "kezheng.data-dir=" + data,
                        "kezheng.key-dir=" + directory.resolve("keys"),
                        "kezheng.http-port=0",
                        "kezheng.pbx.wss-url=wss://127.0.0.1:1",
                        "logging.level.root=error")
                .run();
        PlatformUnderTest platform = new PlatformUnderTest(context, host, database);
        platform.createPeople(names);
        platform.submit(new Command.Configure(names.configuration(1)));
        return platform;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    TestDatabase database() {
        return database;
    }

    /// Has the engine apply the command, and waits until it is durable.
    List<Event> submit(Command command) {
        return host.submit(CommandId.random(), command)
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .events();
    }

    /// Brings the tables to the journal's end.
    void project() {
        get(JournalProjector.class).catchUp();
    }

    /// What a signed-in person gets.
    Answer get(Cookie person, String path) throws Exception {
        MockHttpServletResponse response = http.perform(
                        MockMvcRequestBuilders.get(path).secure(true).cookie(person))
                .andReturn()
                .getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), text, JSON.readTree(text));
    }

    record Answer(int status, String text, JsonNode body) {}

    /// The session's cookie after a sign-in.
    Cookie signIn(String user) {
        if (get(SignIns.class).signIn(user, PASSWORD) instanceof SignInOutcome.Accepted accepted) {
            return new Cookie(SessionCookie.NAME, accepted.token().reveal());
        }
        throw new AssertionError(user + " cannot sign in");
    }

    private void createPeople(Directory names) {
        get(Clients.class).register(new Client(DEMO, "demo", "示范委托方", "Demonstration client"));
        get(Clients.class).register(new Client(OTHER, "other", "另一委托方", "Other client"));
        create(2001, "agent1", "陈静", Role.AGENT, DEMO);
        create(2002, "agent2", "李强", Role.AGENT, DEMO);
        create(2003, "agent3", "王芳", Role.AGENT, DEMO);
        create(2101, "supervisor1", "周敏", Role.SUPERVISOR, DEMO);
        create(2102, "auditor1", "孙涛", Role.AUDITOR, DEMO);
        create(2103, "system1", "吴洁", Role.SYSTEM_ADMINISTRATOR, DEMO);
        create(2202, "auditor2", "钱进", Role.AUDITOR, OTHER);
        names.learn(get(Accounts.class).all());
    }

    private void create(int id, String user, String displayName, Role role, ClientId client) {
        NewAccount account = new NewAccount(new AccountId(id), user, displayName, role, client);
        if (get(Accounts.class).create(account, PASSWORD) instanceof AccountCreation.Rejected rejected) {
            throw new AssertionError(rejected.toString());
        }
    }

    private static Definition demonstration() {
        try (InputStream resource =
                Objects.requireNonNull(PlatformUnderTest.class.getResourceAsStream("/demonstration.json"))) {
            return JSON.treeToValue(JSON.readTree(resource).get("site"), Definition.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        context.close();
        host.close();
    }
}
