package org.kezheng.platform.trunks;

import java.util.OptionalDouble;

/// The share of calls that find all lines taken and are lost, by Erlang's formula of 1917 (A. K. Erlang, "Solution
/// of some problems in the theory of probabilities of significance in automatic telephone exchanges"; ITU-T E.501
/// and V. B. Iversen, "Teletraffic Engineering and Network Planning", chapter 4):
///
/// `B(A, N) = (A^N / N!) / sum over k from 0 to N of (A^k / k!)`
///
/// It holds for calls that come at random, for lines of which any can take any call, and where lost calls do not
/// come back. Traffic is in erlang: the mean number of calls at the same time.
public final class ErlangB {
    private static final int STEPS = 100;
    /// Beyond this nothing sensible is being asked.
    private static final int MAX_LINES = 100_000;

    private ErlangB() {}

    /// The share that is lost, by the recursion `B(A, n) = A·B(A, n-1) / (n + A·B(A, n-1))` from `B(A, 0) = 1`:
    /// all its terms lie between 0 and 1, so nothing overflows however many lines there are.
    ///
    /// @param offered erlang, not negative
    /// @param lines from 0 to 100,000
    public static double loss(double offered, int lines) {
        if (!(offered >= 0) || Double.isInfinite(offered) || lines < 0 || lines > MAX_LINES) {
            throw new IllegalArgumentException("No traffic on such lines");
        }
        double loss = 1;
        for (int line = 1; line <= lines; line++) {
            loss = offered * loss / (line + offered * loss);
        }
        return loss;
    }

    /// The traffic that was offered, from the traffic that was carried: `carried = A·(1 − B(A, N))`, which grows
    /// with A, so it is found by halving. Empty when the lines were full all the time: then any traffic may have
    /// been offered.
    ///
    /// @param carried erlang, from 0 to the number of lines
    public static OptionalDouble offered(double carried, int lines) {
        if (!(carried >= 0) || lines < 1 || carried > lines) {
            throw new IllegalArgumentException("No such traffic can be carried");
        }
        double least = carried;
        double most = Math.max(1, lines);
        while (carriedOf(most, lines) < carried) {
            most *= 2;
            if (most > 1_000.0 * lines) {
                return OptionalDouble.empty();
            }
        }
        for (int step = 0; step < STEPS; step++) {
            double middle = (least + most) / 2;
            if (carriedOf(middle, lines) < carried) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return OptionalDouble.of(most);
    }

    private static double carriedOf(double offered, int lines) {
        return offered * (1 - loss(offered, lines));
    }
}
