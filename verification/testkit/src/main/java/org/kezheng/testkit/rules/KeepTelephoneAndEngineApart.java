package org.kezheng.testkit.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Counts by package, not by class: a package of which one class speaks to the telephone and the next to the engine
/// joins the two as well.
final class KeepTelephoneAndEngineApart extends ArchCondition<JavaClass> {
    private static final DescribedPredicate<JavaClass> MAY_JOIN =
            JavaClass.Predicates.resideInAnyPackage("org.kezheng.platform.callflow..", "org.kezheng.platform.app..");
    private static final PackageMatcher TELEPHONE = PackageMatcher.of("org.kezheng.telephony..");
    private static final PackageMatcher ENGINE = PackageMatcher.of("org.kezheng.acd..");

    private final Set<String> callersOfTelephone = new HashSet<>();
    private final Set<String> callersOfEngine = new HashSet<>();

    KeepTelephoneAndEngineApart() {
        super("not lie in a package that depends on both the telephone and the engine");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        callersOfTelephone.clear();
        callersOfEngine.clear();
        for (JavaClass type : all) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (TELEPHONE.matches(target)) {
                    callersOfTelephone.add(type.getPackageName());
                }
                if (ENGINE.matches(target)) {
                    callersOfEngine.add(type.getPackageName());
                }
            }
        }
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = type.getPackageName();
        boolean joins = callersOfTelephone.contains(own) && callersOfEngine.contains(own);
        String message = type.getName() + " lies in " + own + ", which depends on both the telephone and the engine";
        events.add(new SimpleConditionEvent(type, !joins || MAY_JOIN.test(type), message));
    }
}
