package org.kezheng.platform.devicetest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kezheng.platform.desk.ReadyCheck;
import org.kezheng.platform.gate.GateParameter;
import org.kezheng.platform.gate.ParameterChanges;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.phones.DeviceFinding;
import org.kezheng.platform.phones.Phones;
import org.kezheng.platform.phones.TestedDevice;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// Who may become ready, by the present device and its last test: nobody who has none, or whose device failed, nor,
/// where the client lays
/// it down, who has not passed one in this sign-in. The clients' rules stand in memory, so that an agent's shift never
/// waits for the database; until they were read no test is demanded.
final class Readiness implements ReadyCheck {
    private final Phones phones;
    private final Clients clients;
    private final ParameterChanges parameters;
    private final Map<ClientId, Boolean> isDemanded = new ConcurrentHashMap<>();

    Readiness(Phones phones, Clients clients, ParameterChanges parameters) {
        this.phones = phones;
        this.clients = clients;
        this.parameters = parameters;
    }

    @Override
    public void require(int agent, ClientId client) {
        if (phones.kindOf(agent).equals("none")) {
            throw Problem.conflict("device-test.no-device", "Choose the browser or a SIP phone first");
        }
        Optional<TestedDevice> last = phones.testOf(agent);
        if (last.filter(TestedDevice::isRunning).isPresent()) {
            throw Problem.conflict("device-test.running", "The device is being tried; wait for what is found");
        }
        Optional<DeviceFinding> known = last.map(TestedDevice::known);
        if (known.filter(DeviceFinding::isFault).isPresent()) {
            throw Problem.conflict(
                    "device-test.failed",
                    "The last test of the device failed; mend it and test it again, or change it");
        }
        boolean hasPassed = known.filter(DeviceFinding.PASSED::equals).isPresent();
        // A mobile cannot be tried; its key shows with each call that somebody is there.
        boolean isTestable = !phones.isOnMobile(agent);
        if (!hasPassed && isTestable && isDemanded.getOrDefault(client, false)) {
            throw Problem.conflict("device-test.missing", "Test the device first: it was not in this sign-in");
        }
    }

    /// Reads the rules anew.
    void refresh() {
        for (Client client : clients.all()) {
            String value =
                    ClientScope.call(client.id(), () -> parameters.inForce().value(GateParameter.DEVICE_TEST_DEMANDED));
            isDemanded.put(client.id(), Boolean.parseBoolean(value));
        }
    }
}
