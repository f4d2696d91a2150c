package org.kezheng.platform.session;

import java.util.List;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/configuration`: queues, reasons, dispositions and self-services with their words, and the names of those who
/// have calls.
@RestController
class ConfigurationController {
    private final Directory directory;

    ConfigurationController(Directory directory) {
        this.directory = directory;
    }

    record QueueWords(String code, String zh, String en, String number) {}

    /// Somebody who may have calls.
    record Person(String user, String displayName) {}

    record Words(
            long version,
            List<Person> agents,
            List<QueueWords> queues,
            List<Definition.Reason> reasons,
            List<Definition.Disposition> dispositions,
            List<Definition.SelfService> selfServices) {}

    @GetMapping("/api/configuration")
    Words configuration(@AuthenticationPrincipal SignedIn who) {
        Definition definition = directory.definition();
        List<QueueWords> queues = directory.queuesOf(who.client()).stream()
                .map(queue -> new QueueWords(queue.code(), queue.zh(), queue.en(), queue.number()))
                .toList();
        List<Definition.SelfService> selfServices =
                definition.selfServicesOf(who.client().value());
        List<Person> agents = directory.namesOf(who.client()).entrySet().stream()
                .map(name -> new Person(name.getKey(), name.getValue()))
                .toList();
        return new Words(
                definition.version(), agents, queues, directory.reasons(), definition.dispositions(), selfServices);
    }
}
