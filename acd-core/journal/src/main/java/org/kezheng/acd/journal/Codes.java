package org.kezheng.acd.journal;

import java.util.function.ToIntFunction;

/// Finds the value of a closed choice by its code in the journal, so that each code is written down once.
final class Codes {
    private Codes() {}

    static <E extends Enum<E>> E find(E[] values, ToIntFunction<E> codeOf, int code) {
        for (E value : values) {
            if (codeOf.applyAsInt(value) == code) {
                return value;
            }
        }
        throw new UnknownKind(values[0].getDeclaringClass().getSimpleName(), code);
    }
}
