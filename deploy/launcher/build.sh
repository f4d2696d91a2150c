# Builds the product when its sources have changed, and lays it out to be started.

# The files of some parts of the project, tests left out.
sources_of() {
    if git -C "$KZ_HOME" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git -C "$KZ_HOME" ls-files -z -co --exclude-standard -- "$@"
    else
        (cd "$KZ_HOME" && find "$@" \( -name target -o -name node_modules -o -name dist \) -prune -o -type f -print0)
    fi | grep -zv '/src/test/' | sort -zu
}

hash_of() {
    (cd "$KZ_HOME" && sources_of "$@" | xargs -0 sha256sum 2>/dev/null | sha256sum | cut -c1-16)
}

# Everything the product is made of. Tests and what verifies it from outside are not.
source_hash() {
    hash_of pom.xml .mvn acd-core telephony-gateway security crm-service evidence console platform
}

# Sets KZ_APP to the directory of the built application, and builds it first when it is stale.
# Each build has a directory of its own: an instance that runs goes on with the files it began with.
ensure_build() {
    local hash
    hash=${KEZHENG_REACTOR_BUILD:-$(source_hash)}
    KZ_APP=$KZ_HOME/dist/app-$hash
    if [[ ! -e $KZ_APP/complete ]]; then
        take_workshop
        [[ -e $KZ_APP/complete ]] || build_product
        leave_workshop
    fi
    ln -sfn "${KZ_APP##*/}" "$KZ_HOME/dist/app"
    KZ_APP_JAR=$(app_jar "$KZ_APP")
}

# One build or download at a time in this checkout. The tests that "./kezheng test" runs hold it already.
take_workshop() {
    [[ -z ${KEZHENG_REACTOR_BUILD:-} ]] || return 0
    mkdir -p "$KZ_HOME/.kezheng"
    exec {KZ_WORKSHOP_FD}>>"$KZ_HOME/.kezheng/workshop.lock"
    flock -n "$KZ_WORKSHOP_FD" && return 0
    say "另一个 ./kezheng 正在本目录构建或测试，等待其结束 ..." \
        "Another ./kezheng is building or testing in this checkout; waiting for it ..."
    flock "$KZ_WORKSHOP_FD"
}

leave_workshop() {
    [[ -n ${KZ_WORKSHOP_FD:-} ]] || return 0
    exec {KZ_WORKSHOP_FD}>&-
    unset KZ_WORKSHOP_FD
}

build_product() {
    local log=$KZ_HOME/dist/build.log
    mkdir -p "$KZ_HOME/dist" && : >"$log"
    require_space "$KZ_HOME" 1024 "构建" "the build"
    if [[ -z ${KEZHENG_REACTOR_BUILD:-} ]]; then
        find_maven
        find_node
        run_step "构建平台" "Building the platform" "$log" run_maven -q -Pdist \
            -pl platform,evidence/verifier -am package || {
            show_log_end "$log"
            die 1 "构建失败，完整记录见 $log。" "The build failed; the whole log is $log."
        }
    fi
    find_speech
    run_step "展开程序" "Laying out the application" "$log" extract_app || {
        show_log_end "$log"
        die 1 "展开程序失败，记录见 $log。" "The application could not be laid out; see $log."
    }
    drop_old_apps
}

run_maven() {
    (cd "$KZ_HOME" && JAVA_HOME=$KZ_JAVA_HOME exec "$KZ_MAVEN" -ntp -B "$@")
}

# The jar is taken apart, because the ahead-of-time cache wants plain jars on a class path.
extract_app() {
    local jar new=$KZ_APP.new.$$
    jar=$(app_jar "$KZ_HOME/platform/target") || return 1
    rm -rf "$new" "$KZ_APP"
    "$KZ_JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$new" || return 1
    cp "$(verifier_jar)" "$new/verify.jar" || return 1
    make_prompts "$new" || rm -rf "$new/prompts"
    chmod -R a+rX "$new" && : >"$new/complete" && mv "$new" "$KZ_APP" || return 1
    install -m 644 "$KZ_APP/verify.jar" "$KZ_HOME/dist/verify.jar.new" && mv "$KZ_HOME/dist/verify.jar.new" "$KZ_HOME/dist/verify.jar"
}

# The prompts that ship are spoken with the build, so that a start finds them. Where nothing speaks, the build is whole
# without them, and a start speaks what it needs once something does. make_prompts APP.
make_prompts() {
    [[ -x $KZ_ESPEAK ]] || return 0
    "$KZ_JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$(app_jar "$1")" \
        org.kezheng.platform.cli.MakePrompts --program "$KZ_ESPEAK" --to "$1/prompts"
}

verifier_jar() {
    local jar
    for jar in "$KZ_HOME"/evidence/verifier/target/kezheng-verifier-*.jar; do
        [[ $jar == *-sources.jar || $jar == *-javadoc.jar || ! -e $jar ]] && continue
        printf '%s' "$jar"
        return 0
    done
    return 1
}

app_jar() {
    local jar
    for jar in "$1"/kezheng-platform-*.jar; do
        [[ $jar == *-sources.jar || $jar == *-javadoc.jar || ! -e $jar ]] && continue
        printf '%s' "$jar"
        return 0
    done
    return 1
}

# Earlier builds go, but for those that something still runs from.
drop_old_apps() {
    local app
    for app in "$KZ_HOME"/dist/app-*; do
        [[ $app == "$KZ_APP" || ! -d $app ]] && continue
        is_running_app "$app" || rm -rf "$app"
    done
}

# Does any process run from this build?
is_running_app() {
    grep -qzsF "$1/" /proc/[0-9]*/cmdline
}

product_version() {
    awk '/<parent>/ { skip = 1 } /<\/parent>/ { skip = 0; next }
        !skip && match($0, /<version>[^<]*/) { print substr($0, RSTART + 9, RLENGTH - 9); exit }' "$KZ_HOME/pom.xml"
}
