package org.kezheng.platform.skills;

import java.time.Clock;
import java.time.Duration;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.directory.EngineConfigurations;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SkillMoveConfiguration {
    @Bean
    LentSite lentSite(Directory directory, EngineConfigurations configurations, SoloHost host, LiveDesks desks) {
        return new LentSite(directory, configurations, new Acd(host), desks);
    }

    @Bean
    SkillMoves skillMoves(
            JdbcClient database,
            AuditLedger ledger,
            TransactionTemplate transaction,
            SkillMoves.Site site,
            Clock clock) {
        return new SkillMoves(new SkillMoveRows(database), ledger, transaction, site, clock);
    }

    @Bean
    SkillMoves.Site skillMoveSite(Directory directory, LentSite lent) {
        return new SkillMoves.Site(directory, lent);
    }

    @Bean
    Rounds skillMoveRounds(SkillMoves moves) {
        return Rounds.whileServed("skill-moves").each(Duration.ZERO, Duration.ofSeconds(1), moves::tick);
    }
}
