package org.kezheng.platform.http;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The console is one page; its routes are its own affair, and all lead to it.
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {
    private static final List<String> PAGES = List.of(
            "agent",
            "supervisor",
            "auditor",
            "administrator",
            "measures",
            "outside",
            "customers",
            "sign-in",
            "first-start");

    /// The addresses of all pages: whoever opens one, or reloads it, gets the console.
    static List<String> addresses() {
        return Stream.concat(Stream.of("/"), PAGES.stream().flatMap(page -> Stream.of("/" + page, "/" + page + "/**")))
                .toList();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        addresses().forEach(address -> registry.addViewController(address).setViewName("forward:/index.html"));
    }
}
