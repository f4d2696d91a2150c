/// A real browser in front of the console: headless Chromium, with a microphone that plays a tone, and with a probe
/// that says what it hears over WebRTC.
@NullMarked
package org.kezheng.testkit.browser;

import org.jspecify.annotations.NullMarked;
