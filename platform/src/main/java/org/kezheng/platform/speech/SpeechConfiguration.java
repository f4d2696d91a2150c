package org.kezheng.platform.speech;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SpeechConfiguration {
    @Bean
    Prompts prompts(
            @Value("${kezheng.data-dir}") Path dataDirectory,
            @Value("${kezheng.speech.program:espeak-ng}") Path program,
            @Value("${kezheng.speech.prompts:${kezheng.data-dir}/prompts/made}") Path made,
            @Value("${kezheng.speech.shipped:${kezheng.data-dir}/prompts/shipped}") Path shipped) {
        return new Prompts(dataDirectory.resolve("prompts"), made, shipped, new Espeak(program));
    }
}
