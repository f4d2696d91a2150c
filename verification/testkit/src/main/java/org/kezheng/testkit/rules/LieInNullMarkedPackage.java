package org.kezheng.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

final class LieInNullMarkedPackage extends ArchCondition<JavaClass> {
    LieInNullMarkedPackage() {
        super("lie in a package that is @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean isMarked = type.getPackage()
                .tryGetAnnotationOfType(NullMarked.class.getName())
                .isPresent();
        String message = type.getName() + " lies in " + type.getPackageName() + ", which is not @NullMarked";
        events.add(new SimpleConditionEvent(type, isMarked, message));
    }
}
