package org.kezheng.platform.mobiles;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.platform.callflow.GatePass;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.desk.MobileChoice;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.gate.AgentMobiles;
import org.kezheng.platform.gate.ParameterChanges;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.platform.phones.Phones;
import org.kezheng.platform.speech.Prompts;
import org.kezheng.security.access.Role;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Agents' own mobiles as devices. Off until two people of the client have let it on.
public final class MobileDevices implements MobileChoice {
    /// Why an agent is not ready whose client has switched it off.
    static final ReasonCode OFF = new ReasonCode("mobile-off");

    /// Why an agent is not ready whose number a supervisor has taken away.
    static final ReasonCode REMOVED = new ReasonCode("mobile-removed");

    private static final Logger LOG = LoggerFactory.getLogger(MobileDevices.class);
    private static final String PROMPT = "mobile-take-call";

    private final Phones phones;
    private final Directory directory;
    private final Rules rules;
    private final OutsideCalls calls;
    private final Prompts prompts;

    MobileDevices(Phones phones, Directory directory, Rules rules, OutsideCalls calls, Prompts prompts) {
        this.phones = phones;
        this.directory = directory;
        this.rules = rules;
        this.calls = calls;
        this.prompts = prompts;
    }

    /// What is laid down about mobiles.
    record Rules(ParameterChanges parameters, AgentMobiles mobiles) {}

    @Override
    public Standing standing(SignedIn who) {
        return new Standing(
                isAllowed(),
                rules.mobiles()
                        .of(who.account().value())
                        .map(AgentMobiles.AgentMobile::maskedNumber)
                        .orElse(null));
    }

    @Override
    public void choose(SignedIn who) {
        if (who.role() != Role.AGENT) {
            throw Problem.conflict("device.mobile-agents-only", "Only agents answer on their own mobile");
        }
        Standing standing = standing(who);
        if (!standing.allowed()) {
            throw Problem.conflict(
                    "device.mobile-off", "The client does not let agents answer on their own mobile; choose another");
        }
        if (standing.number() == null) {
            throw Problem.conflict("device.mobile-none", "No mobile is set for you; a supervisor sets it");
        }
        if (prompt() == null) {
            throw Problem.unavailable(
                    "device.mobile-prompt", "The prompt that asks for the key cannot be had; choose another device");
        }
        phones.useMobile(who);
    }

    @Override
    public void requireMayBegin(SignedIn who) {
        if (phones.isOnMobile(who.account().value())) {
            throw Problem.conflict(
                    "device.mobile-answers-only", "A mobile only answers; choose another device to begin calls");
        }
    }

    /// The file that asks whoever picks up for the key; `null` when it cannot be had.
    public @Nullable String prompt() {
        try {
            return prompts.ofCatalogue(PROMPT, Flow.Language.ZH);
        } catch (IOException missing) {
            LOG.atError().setCause(missing).log("Nobody can answer on a mobile: the prompt cannot be had");
            return null;
        }
    }

    /// The gate's word on a call that is to ring at an agent's mobile.
    ///
    /// @param noTrunk why no trunk can take the leg; empty: a line is kept for it
    public Optional<GatePass> ask(long contact, ClientId client, int agent, String noTrunk) {
        return ClientScope.call(client, () -> {
            Optional<SecretString> number = rules.mobiles().number(agent);
            return number.flatMap(known -> calls.toMobile(known, contact, directory.agentUser(agent), noTrunk));
        });
    }

    /// Takes the mobile from those agents of the client in scope who may not answer there any more: nothing is
    /// offered to them, and their desks say why.
    void withdraw(Acd acd) {
        ClientId client = ClientScope.required();
        List<AgentId> onMobile = directory.definition().agents().stream()
                .map(agent -> new AgentId(agent.id()))
                .filter(agent -> phones.isOnMobile(agent.value()))
                .filter(agent -> directory
                        .clientOfAgent(agent.value())
                        .filter(client::equals)
                        .isPresent())
                .toList();
        if (onMobile.isEmpty()) {
            return;
        }
        boolean isAllowed = isAllowed();
        for (AgentId agent : onMobile) {
            boolean isSet = rules.mobiles().of(agent.value()).isPresent();
            if ((!isAllowed || !isSet) && phones.leaveMobile(agent.value())) {
                acd.refusalOf(new Command.MakeNotReady(agent, isAllowed ? REMOVED : OFF));
            }
        }
    }

    private boolean isAllowed() {
        return directory.isOutboundEnabled() && rules.parameters().inForce().mayUseMobiles();
    }
}
