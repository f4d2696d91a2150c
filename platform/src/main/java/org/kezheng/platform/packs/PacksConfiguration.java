package org.kezheng.platform.packs;

import java.nio.file.Path;
import java.time.Clock;
import org.kezheng.evidence.measures.HistoricFigures;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.calls.CallSheets;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.Checkpoints;
import org.kezheng.security.ledger.LedgerReader;
import org.kezheng.security.signing.EvidenceSigner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

@Configuration(proxyBeanMethods = false)
class PacksConfiguration {
    /// The launcher says where the verifier stands; a platform without it can run, and says so when it is asked to
    /// verify.
    @Bean
    OutsideVerifier outsideVerifier(
            @Value("${kezheng.verifier-jar:verify.jar}") Path jar, @Value("${kezheng.key-dir}") Path keyDirectory) {
        return new OutsideVerifier(jar, keyDirectory.resolve("trust").resolve("evidence.pem"));
    }

    @Bean
    WhoLooked whoLooked(Checkpoints checkpoints, LedgerReader reader) {
        return new WhoLooked(checkpoints, reader);
    }

    @Bean
    DayFigures dayFigures(HistoricFigures historic, MeasureScope scope, Directory directory, Clock clock) {
        return new DayFigures(historic, scope, directory, clock);
    }

    @Bean
    CaseMaker.Site caseSite(
            @Value("${kezheng.data-dir}") Path dataDirectory,
            @Value("${kezheng.fonts:/usr/share/fonts/truetype/wqy/wqy-microhei.ttc}") Path font,
            MeasureScope scope) {
        return new CaseMaker.Site(dataDirectory.resolve("journal"), font, scope.zone());
    }

    @Bean
    CaseMaker caseMaker(
            CallSheets sheets,
            CaseMaker.Sources sources,
            EvidenceSigner signer,
            CaseMaker.Site site,
            ObjectMapper json) {
        return new CaseMaker(sheets, sources, signer, site, json);
    }

    @Bean
    CaseMaker.Sources caseSources(WhoLooked looked, DayFigures figures) {
        return new CaseMaker.Sources(looked, figures);
    }

    @Bean
    Packs packs(
            PackRows rows,
            CaseMaker maker,
            AuditLedger ledger,
            PlatformTransactionManager transactions,
            @Value("${kezheng.data-dir}") Path dataDirectory) {
        Packs.Store store =
                new Packs.Store(rows, new TransactionTemplate(transactions), dataDirectory.resolve("packs"));
        return new Packs(store, maker, ledger, Clock.systemUTC());
    }

    @Bean
    PackRows packRows(JdbcClient database) {
        return new PackRows(database);
    }
}
