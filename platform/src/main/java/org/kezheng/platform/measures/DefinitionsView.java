package org.kezheng.platform.measures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.measures.MeasureDefinition;
import org.kezheng.evidence.measures.MeasureDefinitions;

/// The published definitions as the interface shows them.
record DefinitionsView(List<DefinitionView> items) {
    DefinitionsView {
        items = List.copyOf(items);
    }

    static DefinitionsView all() {
        return new DefinitionsView(
                MeasureDefinitions.all().stream().map(DefinitionView::of).toList());
    }

    /// One of them.
    ///
    /// @param of `queue`, `agent`, `call` or `platform`
    /// @param field the figure's name in `/api/measures`, or a step of a call's waterfall
    record DefinitionView(
            String id,
            String of,
            String field,
            MeasureDefinition.Words name,
            MeasureDefinition.Words formula,
            String unit,
            MeasureDefinition.Words source,
            @Nullable String prometheus) {
        static DefinitionView of(MeasureDefinition definition) {
            return new DefinitionView(
                    definition.id(),
                    definition.of().code(),
                    definition.field(),
                    definition.name(),
                    definition.formula(),
                    definition.unit(),
                    definition.source(),
                    definition.prometheus());
        }
    }
}
