package org.kezheng.testkit.browser;

/// What the browser hears at one moment.
///
/// @param hertz the strongest frequency
/// @param level how loud all of it is, from 0 to 1
public record Heard(double hertz, double level) {

    private static final double AUDIBLE = 0.005;
    private static final double TOLERANCE_HERTZ = 25;

    /// Whether that tone is what is heard most.
    public boolean isTone(double toneHertz) {
        return level > AUDIBLE && Math.abs(hertz - toneHertz) < TOLERANCE_HERTZ;
    }
}
