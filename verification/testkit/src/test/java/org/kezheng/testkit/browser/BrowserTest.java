package org.kezheng.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;

/// A page that calls itself: what its microphone plays must come out of the probe, through the browser's own noise
/// suppression and codec.
class BrowserTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CALL_ONESELF = """
            <!doctype html><title>call</title><audio autoplay></audio><script>
            async function call() {
              const voice = await navigator.mediaDevices.getUserMedia({ audio: { noiseSuppression: true } });
              const here = new RTCPeerConnection();
              const there = new RTCPeerConnection();
              here.onicecandidate = (e) => e.candidate && there.addIceCandidate(e.candidate);
              there.onicecandidate = (e) => e.candidate && here.addIceCandidate(e.candidate);
              there.ontrack = (e) => { document.querySelector('audio').srcObject = e.streams[0]; };
              voice.getTracks().forEach((track) => here.addTrack(track, voice));
              await here.setLocalDescription();
              await there.setRemoteDescription(here.localDescription);
              await there.setLocalDescription();
              await here.setRemoteDescription(there.localDescription);
            }
            </script>
            """;

    private final HttpServer server;

    BrowserTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            byte[] page = CALL_ONESELF.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void toneOfTheMicrophoneIsHeardAtTheOtherEnd() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (Browser browser = Browser.speaking(1_000);
                BrowserPage page = browser.open(address, "zh-CN")) {
            assertThat(page.heard().isTone(1_000)).isFalse();
            page.page().evaluate("() => call()");
            Await.until("the microphone's tone is heard", SOON, page::heard, heard -> heard.isTone(1_000));
            Await.until(
                    "audio is counted",
                    SOON,
                    page::counted,
                    counted -> counted.received() > 0 && counted.energy() > 0 && counted.isEncrypted());
            assertThat(page.complaints()).isEmpty();
        }
    }
}
