package org.kezheng.platform.quality;

import org.jspecify.annotations.Nullable;
import org.kezheng.telephony.LineReport;
import org.kezheng.telephony.LineReport.Direction;

/// A channel of the PBX. Its counters run as long as it lives, while the line that it serves may change: a
/// colleague who takes a talk over keeps the leg.
final class MeasuredChannel {
    private final Counter received = new Counter();
    private final Counter sent = new Counter();

    private @Nullable MeasuredLine line;

    private static final class Counter {
        long lost;
        long sequence = -1;
        /// Packets of lines that it served before.
        long before;

        void serve(MeasuredLine.Ear former) {
            before += former.packets;
        }

        void count(LineReport.Heard report, MeasuredLine.Ear ear) {
            // Counters begin anew with another stream, as after a hold.
            ear.lost += report.lost() >= lost ? report.lost() - lost : report.lost();
            if (sequence >= 0 && report.highestSequence() > sequence) {
                ear.packets += report.highestSequence() - sequence;
            }
            lost = report.lost();
            sequence = report.highestSequence();
        }
    }

    @Nullable
    MeasuredLine line() {
        return line;
    }

    void serve(MeasuredLine next) {
        MeasuredLine former = line;
        if (former != null && former != next) {
            received.serve(former.received);
            sent.serve(former.sent);
        }
        line = next;
    }

    void count(LineReport.Heard report, MeasuredLine of) {
        if (report.direction() == Direction.TO_PBX) {
            received.count(report, of.received);
        } else {
            sent.count(report, of.sent);
        }
    }

    /// The PBX's own counts are exact, those by sequence lack the first report's.
    void end(LineReport.Ended report, MeasuredLine of) {
        of.received.packets = Math.max(of.received.packets, report.received() - received.before);
        of.sent.packets = Math.max(of.sent.packets, report.sent() - sent.before);
        of.touch(report.at());
    }
}
