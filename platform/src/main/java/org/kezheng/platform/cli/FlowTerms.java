package org.kezheng.platform.cli;

/// The language in which a person at a terminal is spoken to.
record FlowTerms(boolean isChinese) {
    String of(String chinese, String english) {
        return isChinese ? chinese : english;
    }
}
