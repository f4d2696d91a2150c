package org.kezheng.platform.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.kezheng.crm.customers.PartyTables;
import org.kezheng.evidence.calls.CallTables;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.platform.parties.PartyProjector;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Empties the projections and fills them anew from the journal and the confidential log. Safe while the platform runs:
/// the stored positions, taken under a lock, see to it that nothing is taken twice.
public final class Rebuild {
    private Rebuild() {}

    static void main(String[] arguments) {
        Command.exit(out -> {
            Arguments given = new Arguments(arguments, Set.of("--properties"), Set.of());
            Properties settings = given.settings();
            // No password at all, not an empty one: the driver then looks into the password file.
            DriverManagerDataSource owner = new DriverManagerDataSource(settings.getProperty("spring.flyway.url", ""));
            owner.setUsername(settings.getProperty("spring.flyway.user", ""));
            try (ConfigurableApplicationContext context = context(settings)) {
                PartyTables.empty(owner, PartyProjector.NAME);
                CallTables.empty(owner);
                context.getBean(PartyProjector.class).catchUp();
                JournalProjector projector = context.getBean(JournalProjector.class);
                projector.catchUp();
                out.println("话单已由日志重建，至第 " + projector.projectedPosition() + " 条记录。");
                out.println("The records are made anew from the journal, up to record " + projector.projectedPosition()
                        + ".");
            }
            return ExitCode.HOLDS;
        });
    }

    private static ConfigurableApplicationContext context(Properties settings) {
        Map<String, Object> properties = new HashMap<>();
        settings.stringPropertyNames().forEach(name -> properties.put(name, settings.getProperty(name)));
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jpa.open-in-view", "false");
        properties.put("spring.jpa.hibernate.ddl-auto", "none");
        properties.put("logging.level.root", "warn");
        return new SpringApplicationBuilder(RebuildContext.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(properties)
                .run();
    }
}
