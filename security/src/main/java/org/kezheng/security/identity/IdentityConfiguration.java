package org.kezheng.security.identity;

import java.time.Clock;
import org.kezheng.security.keys.PlatformSecrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Wires accounts, sign-in and sessions; their repositories stay inside this package.
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    PasswordHashing passwordHashing() {
        return new PasswordHashing();
    }

    @Bean
    SessionStore sessionStore(
            SessionRows sessions, AccountRows accounts, Clock clock, PlatformTransactionManager transactions) {
        return new SessionStore(sessions, accounts, clock, transactions);
    }

    @Bean
    Sessions sessions(SessionStore store, PlatformSecrets secrets) {
        return Sessions.load(store, secrets, SessionLimits.STANDARD);
    }

    @Bean
    SessionSweeper sessionSweeper(Sessions sessions) {
        return new SessionSweeper(sessions);
    }

    @Bean
    Accounts accounts(
            AccountRows rows, PasswordHashing hashing, Sessions sessions, PlatformTransactionManager transactions) {
        return new Accounts(rows, hashing, sessions, transactions);
    }

    @Bean
    Lockout lockout(FailureRows rows, PlatformSecrets secrets, Clock clock, PlatformTransactionManager transactions) {
        return new Lockout(rows, secrets, clock, transactions);
    }

    @Bean
    SignIns signIns(
            AccountRows accounts,
            PasswordHashing hashing,
            Lockout lockout,
            Sessions sessions,
            PlatformTransactionManager transactions) {
        return new SignIns(accounts, hashing, lockout, sessions, transactions);
    }

    @Bean
    AdministratorInvitations administratorInvitations(
            InvitationRows rows,
            AccountRows accountRows,
            Accounts accounts,
            PlatformSecrets secrets,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new AdministratorInvitations(rows, accountRows, accounts, secrets, clock, transactions);
    }
}
