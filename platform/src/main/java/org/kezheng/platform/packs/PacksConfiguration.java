package org.kezheng.platform.packs;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PacksConfiguration {
    /// The launcher says where the verifier stands; a platform without it can run, and says so when it is asked to
    /// verify.
    @Bean
    OutsideVerifier outsideVerifier(
            @Value("${kezheng.verifier-jar:verify.jar}") Path jar, @Value("${kezheng.key-dir}") Path keyDirectory) {
        return new OutsideVerifier(jar, keyDirectory.resolve("trust").resolve("evidence.pem"));
    }
}
