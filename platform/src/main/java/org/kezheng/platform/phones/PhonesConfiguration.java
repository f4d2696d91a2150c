package org.kezheng.platform.phones;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.keys.PlatformSecrets;
import org.kezheng.telephony.SoftphoneLines;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneSettings.class)
class PhonesConfiguration {
    private static List<String> trunks(Definition definition) {
        Definition.Outbound outbound = definition.outbound();
        return outbound == null
                ? List.of()
                : Objects.requireNonNull(outbound.trunks()).stream()
                        .map(Definition.TrunkEntry::address)
                        .filter(Objects::nonNull)
                        .toList();
    }

    @Bean
    Phones phones(
            PhoneSettings settings,
            @Value("${kezheng.data-dir}") Path dataDirectory,
            Sessions sessions,
            PlatformSecrets secrets,
            SoftphoneLines lines,
            Directory directory) {
        return new Phones(
                settings.andTaken(trunks(directory.definition())),
                new PhoneBook(dataDirectory.resolve("phones.json")),
                sessions,
                secrets,
                lines);
    }
}
