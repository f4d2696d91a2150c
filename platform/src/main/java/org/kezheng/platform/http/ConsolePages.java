package org.kezheng.platform.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The console is one page; its routes are its own affair, and all lead to it.
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (String desk :
                new String[] {"agent", "supervisor", "auditor", "administrator", "measures", "outside", "sign-in"}) {
            registry.addViewController("/" + desk).setViewName("forward:/index.html");
            registry.addViewController("/" + desk + "/**").setViewName("forward:/index.html");
        }
        registry.addViewController("/").setViewName("forward:/index.html");
    }
}
