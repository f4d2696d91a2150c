package org.kezheng.platform.selftest;

import java.time.Clock;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.recordings.Recordings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SelfTestConfiguration {
    @Bean
    SelfTestCalls selfTestCalls(SoloHost host, TestLine line, Directory directory, Recordings recordings, Clock clock) {
        SelfTestCalls calls = new SelfTestCalls(host, line, directory, recordings, clock);
        host.onDurable(calls::accept);
        return calls;
    }
}
