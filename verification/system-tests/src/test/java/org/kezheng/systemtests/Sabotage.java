package org.kezheng.systemtests;

/// How a claim is made false from outside, which of its probe's checks has to see it, and how it is mended.
record Sabotage(String claim, String check, Act deed, Act repair) {

    /// Something done to the installation.
    interface Act {
        void run() throws Exception;
    }

    static Sabotage of(String claim, String check, Act deed, Act repair) {
        return new Sabotage(claim, check, deed, repair);
    }

    /// By one statement, as somebody with the database's password would, and mended by another.
    static Sabotage bySql(Database database, String claim, String check, String deed, String repair) {
        return new Sabotage(claim, check, () -> database.execute(deed), () -> database.execute(repair));
    }
}
