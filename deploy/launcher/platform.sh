# The platform: its keys, its properties, its start and stop.

# Serial: with half a gigabyte of heap its pauses are short and it starts fastest and smallest. Compact headers: a
# tenth less memory. Measured in docs/benchmarks.md. KEZHENG_JAVA_OPTS replaces them all.
readonly KZ_JAVA_DEFAULTS=(-Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders)
# Of the ahead-of-time cache only errors are told: what cannot be kept in it is no news.
readonly KZ_JAVA_ALWAYS=('-Xlog:aot*=error' --enable-native-access=ALL-UNNAMED)
readonly KZ_START_SECONDS=180

set_java_options() {
    if [[ -n ${KEZHENG_JAVA_OPTS:-} ]]; then
        read -ra KZ_JAVA_OPTIONS <<<"$KEZHENG_JAVA_OPTS"
    else
        KZ_JAVA_OPTIONS=("${KZ_JAVA_DEFAULTS[@]}")
    fi
    KZ_JAVA_OPTIONS+=("${KZ_JAVA_ALWAYS[@]}" -XX:+ExitOnOutOfMemoryError "-Djava.io.tmpdir=$KZ_RUN/tmp")
}

# Short-lived commands of the product: run_cli MAIN-CLASS ARGUMENT...
run_cli() {
    local main=$1
    shift
    PGPASSFILE=$KZ_PGPASS "$KZ_JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
        -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED -cp "$KZ_APP_JAR" \
        "org.kezheng.platform.cli.$main" "$@" {KZ_LOCK_FD}>&-
}

# Keys first: the PBX serves agents' browsers with the certificate that stands among them.
prepare_keys() {
    local said status
    mkdir -p "$KZ_KEYS" && chmod 700 "$KZ_KEYS" || die 5 "无法写入密钥目录 $KZ_KEYS。" \
        "The key directory $KZ_KEYS cannot be written."
    said=$(run_cli PrepareKeys --key-dir "$KZ_KEYS" --data-dir "$KZ_DATA" 2>&1)
    status=$?
    ((status == 0)) && return
    printf '%s\n' "$said" >>"$KZ_LOG/keys.log"
    said=$(grep -v '^WARNING' <<<"$said" | tail -n 1)
    ((status == 5)) || said="$(t '密钥准备失败' 'the keys could not be prepared'): $said"
    die 5 "$said" "$said"
}

write_properties() {
    cat <<PROPERTIES | write_private "$KZ_RUN/platform.properties"
# Written by ./kezheng at each start. Paths of secrets, never secrets.
kezheng.http-port=$KZ_PORT
kezheng.data-dir=$KZ_DATA
kezheng.key-dir=$KZ_KEYS
kezheng.log-dir=$KZ_LOG
kezheng.verifier-jar=$KZ_APP/verify.jar
kezheng.fonts=$KZ_FONT_FILE
kezheng.speech.program=$KZ_ESPEAK
kezheng.speech.prompts=$KZ_CACHE/prompts
kezheng.speech.shipped=$KZ_APP/prompts
kezheng.demonstration=$KZ_DEMONSTRATION
kezheng.pbx.ami-host=127.0.0.1
kezheng.pbx.ami-port=$KZ_AMI_PORT
kezheng.pbx.ami-user=kezheng
kezheng.pbx.ami-secret-file=$KZ_RUN/ami.secret
kezheng.pbx.ari-url=http://127.0.0.1:$KZ_PBX_HTTP_PORT
kezheng.pbx.ari-user=kezheng
kezheng.pbx.ari-secret-file=$KZ_RUN/ari.secret
kezheng.recordings.spool=$KZ_SPOOL/calls
kezheng.recordings.pbx-pid-file=$KZ_RUN/pbx.pid
kezheng.phones.taken=127.0.0.1:$KZ_SIP_IN_PORT,127.0.0.1:$KZ_SIP_OUT_PORT
kezheng.pbx.wss-url=wss://127.0.0.1:$KZ_WSS_PORT/ws
spring.datasource.url=jdbc:postgresql://$KZ_DATABASE_ADDRESS
spring.datasource.username=kezheng_app
spring.flyway.url=jdbc:postgresql://$KZ_DATABASE_ADDRESS
spring.flyway.user=kezheng_owner
PROPERTIES
}

# Starts the platform unless it runs.
start_platform() {
    is_live platform && return 0
    require_port tcp "$KZ_PORT" "控制台" "the console"
    write_properties || die 5 "无法写入 $KZ_RUN。" "$KZ_RUN cannot be written."
    mkdir -p "$KZ_RUN/tmp" && chmod 700 "$KZ_RUN/tmp"
    set_java_options
    choose_aot_options
    if run_step "启动平台" "Starting the platform" "$KZ_LOG/launcher.log" launch_platform "${KZ_AOT_OPTIONS[@]}"; then
        drop_refused_cache
        assemble_cache
        return
    fi
    if ((${#KZ_AOT_OPTIONS[@]})) && [[ $(platform_exit_code) != [45] ]]; then
        rm -f "$(aot_name).cache"
        run_step "不用启动缓存，再次启动平台" "Starting the platform again without its cache" "$KZ_LOG/launcher.log" \
            launch_platform && return
    fi
    explain_platform_failure
}

# Runs in a step's subshell, the platform's parent: the exit code of a failed start is left in a file.
launch_platform() {
    rm -f "$KZ_RUN/platform.ready" "$KZ_RUN/platform.exit"
    printf '\n== %s %s\n' "$(date -u +%FT%TZ)" "$*" >>"$KZ_LOG/platform.out"
    start_process platform '' "$KZ_LOG/platform.out" \
        env -u KEZHENG_DATABASE_URL PGPASSFILE="$KZ_PGPASS" "$KZ_JAVA_HOME/bin/java" \
        "${KZ_JAVA_OPTIONS[@]}" "$@" -jar "$KZ_APP_JAR" \
        "--spring.config.additional-location=file:$KZ_RUN/platform.properties"
    wait_until "$KZ_START_SECONDS" platform_has_settled
    platform_is_ready && return
    is_gone platform && wait "$KZ_STARTED_PID"
    printf '%s\n' "$?" >"$KZ_RUN/platform.exit"
    return 1
}

platform_has_settled() {
    is_gone platform || platform_is_ready
}

platform_is_ready() {
    local pid
    pid=$(live_pid platform) && [[ $(tr -cd '0-9' 2>/dev/null <"$KZ_RUN/platform.ready") == "$pid" ]]
}

# What a platform that did not come up said of it: 4 a lock, 5 data or keys.
platform_exit_code() {
    cat "$KZ_RUN/platform.exit" 2>/dev/null
}

# What the platform wrote since it was started last.
last_start() {
    awk '/^== / { said = "" } { said = said $0 "\n" } END { printf "%s", said }' "$KZ_LOG/platform.out"
}

explain_platform_failure() {
    local code
    code=$(platform_exit_code)
    last_start | grep -Ev '^== |AOT|JAVA_TOOL_OPTIONS' >"$KZ_LOG/platform.failure"
    show_log_end "$KZ_LOG/platform.failure" 12
    is_live platform && stop_process platform TERM 20
    [[ $code == [45] ]] || code=1
    die "$code" "平台未能启动，记录见 $KZ_LOG/platform.out。" "The platform did not start; see $KZ_LOG/platform.out."
}

stop_platform() {
    if is_recording; then
        run_step "停止平台并记下启动所需（每次构建一次）" \
            "Stopping the platform and keeping what makes later starts fast (once a build)" "$KZ_LOG/launcher.log" \
            stop_recording_platform
    elif is_live platform; then
        run_step "停止平台" "Stopping the platform" "$KZ_LOG/launcher.log" stop_process platform TERM 40
    fi
    rm -f "$KZ_RUN/platform.pid" "$KZ_RUN/platform.ready"
}
