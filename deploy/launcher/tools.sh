# Finds what must be installed beforehand: JDK 25, Maven, Node.js.

# Sets KZ_JAVA_HOME to the first JDK 25, told by the file that every JDK carries.
find_java() {
    local home on_path
    on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for home in "${KEZHENG_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/* /opt/*/* \
        /usr/local/lib/jvm/* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* "${HOME:-/}"/.local/share/mise/installs/java/*; do
        if is_jdk_25 "$home"; then
            KZ_JAVA_HOME=$home
            export JAVA_HOME=$home
            return 0
        fi
    done
    die 3 "缺少 JDK 25：请安装（如软件包 openjdk-25-jdk 或 Temurin 25），或以 KEZHENG_JAVA_HOME 指明其目录。" \
        "JDK 25 is missing: install one (package openjdk-25-jdk, or Temurin 25), or name its directory in KEZHENG_JAVA_HOME."
}

is_jdk_25() {
    [[ -n $1 && -x $1/bin/javac && -r $1/release ]] && grep -Eq '^JAVA_VERSION="25(\.|")' "$1/release"
}

# Sets KZ_MAVEN.
find_maven() {
    local version
    for KZ_MAVEN in "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "$(command -v mvn 2>/dev/null)" /opt/maven/bin/mvn ''; do
        [[ -x $KZ_MAVEN ]] && break
    done
    [[ -n $KZ_MAVEN ]] || die 3 "缺少 Maven 3.8.6 或更新版本：请安装软件包 maven。" \
        "Maven 3.8.6 or newer is missing: install the package maven."
    version=$("$KZ_MAVEN" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    at_least "$version" 3.8.6 || die 3 "Maven 的版本过低（${version:-?}）：需要 3.8.6 或更新版本。" \
        "Maven is too old (${version:-?}): 3.8.6 or newer is needed."
}

find_node() {
    local version
    command -v node >/dev/null && command -v npm >/dev/null || die 3 \
        "缺少 Node.js 20（含 npm）或更新版本：请安装软件包 nodejs 与 npm。" \
        "Node.js 20 with npm, or newer, is missing: install the packages nodejs and npm."
    version=$(node --version 2>/dev/null)
    at_least "${version#v}" 20 || die 3 "Node.js 的版本过低（${version:-?}）：需要 20 或更新版本。" \
        "Node.js is too old (${version:-?}): 20 or newer is needed."
}

# at_least VERSION MINIMUM
at_least() {
    [[ -n $1 && $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]
}
