package org.kezheng.platform.claims;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.evidence.claims.Probe;
import org.kezheng.evidence.claims.ProbeFinding;

/// Asks the platform's own interface, over the network as an agent and as a stranger, for what neither may have,
/// and for what an agent may, so that a refusal of everything is seen too. Then tries the database's guards.
final class AccessProbe implements Probe {
    static final String ID = "role-refused";

    private static final String REFUSED = "403 access.denied";
    private static final List<String> NOT_AN_AGENTS = List.of(
            "/api/claims",
            "/api/equipment",
            "/api/measures",
            "/api/packs",
            "/api/ledger/export",
            "/api/calls/1/explanation",
            "/api/calls/1/recording",
            "/api/agents/agent1/intervals",
            "/actuator/mappings",
            "/actuator/env");
    private static final List<String> NOT_A_STRANGERS =
            List.of("/api/calls", "/api/customers", "/api/claims", "/api/configuration", "/actuator/mappings");

    private final ProbeAccount account;
    private final DatabaseGuards guards;
    private final Supplier<URI> base;
    private final Path authority;

    AccessProbe(ProbeAccount account, DatabaseGuards guards, Supplier<URI> base, Path authority) {
        this.account = account;
        this.guards = guards;
        this.base = base;
        this.authority = authority;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ProbeFinding run() throws IOException, GeneralSecurityException, InterruptedException {
        List<Check> checks = new ArrayList<>();
        try (OwnDoor stranger = new OwnDoor(base.get(), authority)) {
            for (String path : NOT_A_STRANGERS) {
                checks.add(Check.equal(
                        "access.stranger",
                        new Words("未登录者被拒绝：" + path, "A stranger is refused: " + path),
                        "401 session.required",
                        stranger.get(path).shown()));
            }
        }
        try (OwnDoor agent = new OwnDoor(base.get(), authority)) {
            checks.addAll(asAgent(agent));
        }
        checks.addAll(guards.checks());
        return ProbeFinding.of(checks);
    }

    private List<Check> asAgent(OwnDoor agent) throws IOException, InterruptedException {
        OwnDoor.Answer signIn =
                agent.signIn(ProbeAccount.USER, account.password().reveal());
        List<Check> checks = new ArrayList<>();
        checks.add(Check.equal(
                "access.sign-in",
                new Words("探测账号以坐席身份登录", "The probing account signs in as an agent"),
                "200 agent",
                signIn.shown() + " " + signIn.body().path("role").asString("")));
        checks.add(Check.equal(
                "access.allowed",
                new Words("对照：坐席有权的请求被接受", "Control: what an agent may is answered"),
                "200",
                agent.get("/api/configuration").shown()));
        for (String path : NOT_AN_AGENTS) {
            checks.add(refused(path, agent.get(path)));
        }
        checks.add(refused("POST /api/packs", agent.send("POST", "/api/packs", Map.of())));
        checks.add(refused("PUT /api/equipment", agent.send("PUT", "/api/equipment", Map.of())));
        agent.signOut();
        return checks;
    }

    private static Check refused(String what, OwnDoor.Answer answer) {
        return Check.equal(
                "access.agent",
                new Words("坐席越权请求被拒绝：" + what, "An agent is refused: " + what),
                REFUSED,
                answer.shown());
    }
}
