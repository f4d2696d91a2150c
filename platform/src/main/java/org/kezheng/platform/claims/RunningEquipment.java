package org.kezheng.platform.claims;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Engine;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What runs, asked of the things themselves.
final class RunningEquipment {
    static final String NOT_CONNECTED = "not connected";
    private static final int HASH_DIGITS = 16;

    private final JdbcClient database;
    private final PbxPresence pbx;
    private volatile @Nullable String build;

    RunningEquipment(JdbcClient database, PbxPresence pbx) {
        this.database = database;
        this.pbx = pbx;
    }

    /// The list of this moment, in the order in which it is filed.
    List<EquipmentItem> discover() {
        String version =
                Objects.requireNonNullElse(Engine.class.getPackage().getImplementationVersion(), "development");
        return List.of(
                new EquipmentItem("pbx", "交换机", "PBX", "Asterisk", pbx.version().orElse(NOT_CONNECTED)),
                new EquipmentItem("acd", "排队系统", "ACD engine", "Kezheng ACD", version + " / engine " + Engine.VERSION),
                new EquipmentItem("crm", "客户资料系统", "CRM", "Kezheng CRM", version + " / schema " + schema("2")),
                new EquipmentItem("platform", "平台", "Platform", "Kezheng", version + " / " + build()),
                new EquipmentItem("schema", "数据库结构", "Database schema", "Kezheng", schema("")),
                new EquipmentItem("database", "数据库", "Database", "PostgreSQL", setting("server_version")),
                new EquipmentItem(
                        "java", "Java 运行环境", "Java runtime", runtime("java.vendor"), runtime("java.runtime.version")));
    }

    /// The number of migrations and the newest of them; of one module when its number is given.
    private String schema(String module) {
        return database.sql("""
                        select count(*) || ' migrations, newest ' || coalesce(max(version collate "C"), 'none')
                        from flyway_schema_history where success and version like :module""")
                .param("module", module.isEmpty() ? "%" : module + ".%")
                .query(String.class)
                .single();
    }

    private String setting(String name) {
        return database.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static String runtime(String property) {
        return Objects.requireNonNullElse(System.getProperty(property), "unknown");
    }

    /// The hash of the program as it was started; it cannot change while it runs.
    private String build() {
        String known = build;
        if (known == null) {
            known = hashOf(Path.of(firstEntry(runtime("java.class.path"))));
            build = known;
        }
        return known;
    }

    private static String firstEntry(String classPath) {
        int end = classPath.indexOf(File.pathSeparatorChar);
        return end < 0 ? classPath : classPath.substring(0, end);
    }

    private static String hashOf(Path program) {
        if (!Files.isRegularFile(program)) {
            return "development";
        }
        try (InputStream file = Files.newInputStream(program);
                DigestInputStream digesting = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            byte[] hash = digesting.getMessageDigest().digest();
            return "sha256:" + HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (IOException unreadable) {
            return "unreadable";
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }
}
