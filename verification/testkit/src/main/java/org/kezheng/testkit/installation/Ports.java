package org.kezheng.testkit.installation;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Finds a port such that those which an installation counts up from it are free too.
final class Ports {

    private static final int SPAN = 30;
    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 19_000;

    private Ports() {}

    /// A base port. The installation's RTP range depends on its last two digits, so they are chosen at random as well.
    static int freeBase() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("no " + SPAN + " free ports in a row on this machine");
    }

    private static boolean isFree(int base) {
        for (int port = base; port < base + SPAN; port++) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (ServerSocket stream = new ServerSocket();
                    DatagramSocket datagram = new DatagramSocket(address)) {
                stream.bind(address);
                if (!datagram.isBound()) {
                    return false;
                }
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
