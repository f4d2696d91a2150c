package org.kezheng.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;

final class KeepTypesHidden extends ArchCondition<JavaClass> {
    private static final int FEWEST_TYPES = 10;

    private final double share;
    private int types;
    private int hidden;

    KeepTypesHidden(double share) {
        super("be package-private in at least %.0f %% of cases", share * 100);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1: " + share);
        }
        this.share = share;
    }

    @Override
    public void init(Collection<JavaClass> all) {
        types = 0;
        hidden = 0;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (type.getSimpleName().equals("package-info")) {
            return;
        }
        types++;
        if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
            hidden++;
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        boolean isKept = types < FEWEST_TYPES || hidden >= share * types;
        String message = "Of " + types + " top-level types " + hidden + " are package-private";
        events.add(new SimpleConditionEvent(message, isKept, message));
    }
}
