package org.kezheng.verifier.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the command line asks for.
record Arguments(
        Path path,
        @Nullable Path trust,
        @Nullable Path checkpoint,
        @Nullable Path ledger,
        Form form) {
    static final String USAGE = """
            用法：java -jar verify.jar 路径 --trust 公钥.pem [--checkpoint 文件] [--ledger 文件] [--json] [--lang zh|en|both]
            Usage: java -jar verify.jar PATH --trust KEY.pem [--checkpoint FILE] [--ledger FILE] [--json] [--lang zh|en|both]

              路径 PATH         证据包（zip）、账本导出（ndjson）或日志目录 · a pack, an export of the ledger, a journal's directory
              --trust           签名者的公钥，须从可靠途径取得 · the signer's public key, had by a way you trust
              --checkpoint      早先留下的账本检查点 · a checkpoint of the ledger that was kept earlier
              --ledger          核对日志封存所用的账本导出 · an export of the ledger, for the seals of a journal
            退出码 · exit codes: 0 通过 holds, 1 未通过 disproved, 2 用法 usage, 5 无法读取 unreadable
            """;

    /// How the result is told.
    enum Form {
        JSON,
        ZH,
        EN,
        BOTH
    }

    static Optional<Arguments> parse(String[] arguments, Locale locale) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            boolean takesValue = name.matches("--(trust|checkpoint|ledger|lang)");
            if (takesValue ? i + 1 == arguments.length : name.startsWith("--") && !name.equals("--json")) {
                return Optional.empty();
            }
            String key = takesValue || name.equals("--json") ? name : "path";
            if (options.put(key, takesValue ? arguments[++i] : name) != null) {
                return Optional.empty();
            }
        }
        String inLocale = locale.getLanguage().equals("zh") ? "zh" : "en";
        String language = options.getOrDefault("--lang", inLocale);
        String path = options.get("path");
        if (path == null || !language.matches("zh|en|both")) {
            return Optional.empty();
        }
        Form form = options.containsKey("--json") ? Form.JSON : Form.valueOf(language.toUpperCase(Locale.ROOT));
        try {
            return Optional.of(new Arguments(
                    Path.of(path),
                    path(options.get("--trust")),
                    path(options.get("--checkpoint")),
                    path(options.get("--ledger")),
                    form));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
