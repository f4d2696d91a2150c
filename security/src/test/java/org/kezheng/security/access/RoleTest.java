package org.kezheng.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.security.core.GrantedAuthority;

final class RoleTest {

    @ParameterizedTest
    @CsvSource({
        "agent, agent:act call:read-own configuration:read consent:read consent:record "
                + "customer:create customer:disclose customer:read do-not-call:add live:own "
                + "message:handle nuisance:mark outside-number:read talk:act",
        "supervisor, agent-mobile:set agent:command agent:read call:command call:listen call:read claim:read configuration:read "
                + "consent:read customer:fact-keep customer:grade customer:read "
                + "do-not-call:add do-not-call:read do-not-call:reverse emergency:read emergency:turn equipment:read "
                + "explanation:read gate:read live:all measure:read message:handle nuisance:decide "
                + "nuisance:read number:read outside-number:read recording:play talk:act trunk:read",
        "auditor, agent:read call:read claim:read configuration:read consent:read customer:read "
                + "do-not-call:read equipment:read explanation:read gate:read hold:manage ledger:read measure:read "
                + "nuisance:read number:read outside-number:read pack:make probe:run recording:play sample:draw "
                + "trunk:read",
        "system-administrator, account:manage claim:read configuration:read equipment:file "
                + "equipment:read gate:propose number:manage number:read outside-number:manage "
                + "outside-number:read trunk:import trunk:read",
        "security-administrator, gate:approve ledger:read mappings:read session:manage"
    })
    void roleHasThesePoliciesAndNoOther(String role, String policies) {
        Set<String> codes = new TreeSet<>(Role.of(role).orElseThrow().policyCodes());
        assertThat(String.join(" ", codes)).isEqualTo(policies);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void authoritiesAreThePolicies(Role role) {
        SignedIn who =
                new SignedIn(new SessionId(new UUID(0, 1)), new AccountId(1), "user", "Name", role, new ClientId(1));
        SignedInAuthentication authentication = new SignedInAuthentication(who);
        assertThat(authentication.isAuthenticated()).isTrue();
        assertThat(authentication.getPrincipal()).isEqualTo(who);
        assertThat(authentication.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrderElementsOf(role.policyCodes());
    }

    @Test
    void administratorsShareNoPolicyThatChangesAnything() {
        Set<Policy> system = Role.SYSTEM_ADMINISTRATOR.policies();
        Set<Policy> security = Role.SECURITY_ADMINISTRATOR.policies();
        assertThat(Collections.disjoint(system, security)).isTrue();
        // An auditor also listens, draws samples, proves, keeps proof from being destroyed and takes it away; each of
        // it is entered in the ledger and changes no call.
        Set<Policy> proving = Set.of(
                Policy.RECORDING_PLAY, Policy.PROBE_RUN, Policy.PACK_MAKE, Policy.HOLD_MANAGE, Policy.SAMPLE_DRAW);
        assertThat(Role.AUDITOR.policies())
                .allMatch(policy -> policy.code().endsWith(":read") || proving.contains(policy));
    }

    @Test
    void everyPolicyIsSomebodys() {
        for (Policy policy : Policy.values()) {
            assertThat(Arrays.stream(Role.values()).anyMatch(role -> role.allows(policy)))
                    .as(policy.code())
                    .isTrue();
        }
        assertThat(Role.of("root")).isEmpty();
    }
}
