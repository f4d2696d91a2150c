package org.kezheng.verifier;

/// What is checked.
public enum Subject {
    PACK("pack", "证据包", "pack"),
    LEDGER("ledger", "审计账本导出", "export of the audit ledger"),
    JOURNAL("journal", "日志", "journal");

    private final String code;
    private final String zh;
    private final String en;

    Subject(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /// For programs.
    public String code() {
        return code;
    }

    /// For people.
    public Words words() {
        return new Words(zh, en);
    }
}
