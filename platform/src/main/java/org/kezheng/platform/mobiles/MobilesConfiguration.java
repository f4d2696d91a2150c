package org.kezheng.platform.mobiles;

import java.time.Duration;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.AgentMobiles;
import org.kezheng.platform.gate.ParameterChanges;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.platform.phones.Phones;
import org.kezheng.platform.rounds.EachClient;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.platform.speech.Prompts;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MobilesConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    MobileDevices.Rules mobileRules(ParameterChanges parameters, AgentMobiles mobiles) {
        return new MobileDevices.Rules(parameters, mobiles);
    }

    @Bean
    MobileDevices mobileDevices(
            Phones phones, Directory directory, MobileDevices.Rules rules, OutsideCalls calls, Prompts prompts) {
        return new MobileDevices(phones, directory, rules, calls, prompts);
    }

    @Bean
    Rounds mobileRounds(MobileDevices mobiles, Clients clients, SoloHost host) {
        Acd acd = new Acd(host);
        return Rounds.whileServed("mobiles")
                .each(
                        LOOK,
                        () -> EachClient.act(
                                clients.all(), client -> ClientScope.run(client, () -> mobiles.withdraw(acd))));
    }
}
