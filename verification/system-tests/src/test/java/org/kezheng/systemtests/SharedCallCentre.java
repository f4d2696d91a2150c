package org.kezheng.systemtests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One installation for all tests that leave it as they found it. A start takes seconds, so it is made once; it is
/// stopped when the last test has run.
final class SharedCallCentre implements ParameterResolver {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(SharedCallCentre.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CallCentre.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OWN)
                .computeIfAbsent(CallCentre.class, key -> CallCentre.open(), CallCentre.class);
    }
}
