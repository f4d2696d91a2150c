package org.kezheng.platform.phones;

import java.nio.file.Path;
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
    @Bean
    Phones phones(
            PhoneSettings settings,
            @Value("${kezheng.data-dir}") Path dataDirectory,
            Sessions sessions,
            PlatformSecrets secrets,
            SoftphoneLines lines) {
        return new Phones(settings, new PhoneBook(dataDirectory.resolve("phones.json")), sessions, secrets, lines);
    }
}
