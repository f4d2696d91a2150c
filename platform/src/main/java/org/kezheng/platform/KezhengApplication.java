package org.kezheng.platform;

import org.kezheng.platform.app.ExitCodes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the platform. Only this module's packages are scanned: beans of other modules are wired by hand in
/// `org.kezheng.platform.app`, so that one place shows what the application is made of.
@SpringBootApplication(proxyBeanMethods = false)
class KezhengApplication {
    static void main(String[] arguments) {
        try {
            SpringApplication.run(KezhengApplication.class, arguments);
        } catch (RuntimeException failure) {
            // Spring has logged it.
            System.exit(ExitCodes.of(failure));
        }
    }
}
