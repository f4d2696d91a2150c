/// The journal and the host that runs one engine alone.
module org.kezheng.acd.journal {
    requires transitive org.kezheng.acd.engine;
    requires static transitive org.jspecify;

    exports org.kezheng.acd.journal;
}
