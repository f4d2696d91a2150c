package org.kezheng.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.access.Role;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.security.identity.AdministratorInvitations.Redemption;
import org.kezheng.security.secret.SecretString;

final class AdministratorInvitationsTest {

    @Test
    void firstAdministratorIsInvitedOnce(@TempDir Path directory) {
        try (SecurityUnderTest security = SecurityUnderTest.start(directory, Clock.systemUTC())) {
            AdministratorInvitations invitations = security.get(AdministratorInvitations.class);
            SecretString lost = invitations.issue().orElseThrow();
            SecretString token = invitations.issue().orElseThrow();
            assertThat(redeem(security, lost, SecurityUnderTest.PASSWORD)).isInstanceOf(Redemption.Refused.class);
            assertThat(redeem(security, token, new SecretString("short"))).isInstanceOf(Redemption.Rejected.class);
            assertThat(redeem(security, token, SecurityUnderTest.PASSWORD))
                    .isInstanceOfSatisfying(
                            Redemption.Accepted.class,
                            accepted -> assertThat(accepted.account().role()).isEqualTo(Role.SYSTEM_ADMINISTRATOR));
            assertThat(redeem(security, token, SecurityUnderTest.PASSWORD)).isInstanceOf(Redemption.Refused.class);
            assertThat(invitations.issue()).as("there are accounts now").isEmpty();
            assertThat(security.signIn("first-admin").who().role()).isEqualTo(Role.SYSTEM_ADMINISTRATOR);
        }
    }

    private static Redemption redeem(SecurityUnderTest security, SecretString token, SecretString password) {
        return security.get(AdministratorInvitations.class)
                .redeem(token, "first-admin", password, SecurityUnderTest.FIRST);
    }
}
