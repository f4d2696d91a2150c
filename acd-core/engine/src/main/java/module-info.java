/// The pure routing state machine. It requires nothing but annotations, and this file is what holds it to that.
module org.kezheng.acd.engine {
    requires static transitive org.jspecify;

    exports org.kezheng.acd.engine;
    exports org.kezheng.acd.engine.checks;
}
