package org.kezheng.platform.quality;

import org.jspecify.annotations.Nullable;

/// The mean and the bounds of what was added to it.
final class Spread {
    private int count;
    private double sum;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    void add(double value) {
        count++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    int count() {
        return count;
    }

    @Nullable
    Double mean() {
        return count == 0 ? null : sum / count;
    }

    @Nullable
    Double min() {
        return count == 0 ? null : min;
    }

    @Nullable
    Double max() {
        return count == 0 ? null : max;
    }
}
