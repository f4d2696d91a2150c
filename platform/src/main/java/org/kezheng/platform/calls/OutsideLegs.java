package org.kezheng.platform.calls;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.calls.Call;
import org.kezheng.platform.gate.GateRecord;
import org.kezheng.platform.gate.LegsOfCalls;
import org.kezheng.platform.outside.OutsideLine;
import org.kezheng.platform.outside.OutsideLinesOfCalls;

/// The legs of a call to the outside: what the gate let out, and what became of it.
final class OutsideLegs {
    private final LegsOfCalls letOut;
    private final OutsideLinesOfCalls lines;

    OutsideLegs(LegsOfCalls letOut, OutsideLinesOfCalls lines) {
        this.letOut = letOut;
        this.lines = lines;
    }

    /// @param customersLine null: the customer was handed to nobody
    record OfCall(List<CallDetailsView.OutsideLegView> legs, CallDetailsView.@Nullable CustomerLineView customersLine) {
        OfCall {
            legs = List.copyOf(legs);
        }
    }

    OfCall of(Call call) {
        // Asked first: what comes in meanwhile is missed by the table's answer at worst, and is nothing yet then.
        boolean isOver = call.endedAt() != null && lines.isSettled();
        List<OutsideLine> kept = lines.of(call.contact());
        Map<Long, OutsideLine> byDecision = kept.stream()
                .filter(line -> !line.isCustomers())
                .collect(Collectors.toMap(OutsideLine::decision, Function.identity()));
        return new OfCall(
                letOut.of(call.contact()).stream()
                        .map(leg -> leg(leg, byDecision.get(leg.id()), isOver))
                        .toList(),
                kept.stream()
                        .filter(OutsideLine::isCustomers)
                        .reduce((former, last) -> last)
                        .map(OutsideLegs::customers)
                        .orElse(null));
    }

    /// Of a leg of a call that is over, of which nothing was kept, nobody saw what came of it.
    private static CallDetailsView.OutsideLegView leg(GateRecord decision, @Nullable OutsideLine line, boolean isOver) {
        boolean isUnseen = line == null && isOver;
        String unseen = isUnseen ? OutsideLine.UNSEEN : null;
        return new CallDetailsView.OutsideLegView(
                decision.at(),
                decision.way(),
                decision.maskedNumber(),
                decision.ownNumber(),
                decision.askedBy(),
                line == null ? null : line.answeredAt(),
                line == null ? null : line.endedAt(),
                line == null ? unseen : line.result(),
                line == null ? isUnseen : line.isEndUnseen());
    }

    private static CallDetailsView.CustomerLineView customers(OutsideLine line) {
        String over = line.isEndUnseen() ? OutsideLine.UNSEEN : "open";
        return new CallDetailsView.CustomerLineView(line.endedAt() == null ? over : "ended", line.endedAt());
    }
}
