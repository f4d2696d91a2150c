package org.kezheng.security.identity;

import org.kezheng.security.access.AccountId;

/// The numbers of accounts that belong to the platform itself and to nobody: 9901 to 9999. They are listed nowhere, and
/// a platform that has only such accounts still waits for its first administrator.
public final class OwnAccounts {
    /// By which the platform tries whether it refuses what a role may not.
    public static final AccountId ACCESS_PROBE = new AccountId(9902);

    static final int FIRST = 9901;
    static final int LAST = 9999;

    private OwnAccounts() {}

    static boolean contain(AccountId account) {
        return account.value() >= FIRST && account.value() <= LAST;
    }
}
