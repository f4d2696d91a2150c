# The ahead-of-time cache, which makes later starts several times faster. Nothing depends on it. Its life:
# the first run of a build records what it loads and leaves a profile when it stops; a cache is assembled from the
# profile, at once when that is quick, otherwise in the background of the next run; runs after that use it.

# Stopping takes at most so long for it, and no build is tried more often than so.
readonly KZ_AOT_SECONDS=20
readonly KZ_AOT_TRIES=3

# A cache belongs to one build, one JDK and one set of options; anything else asks for a cache of its own.
aot_name() {
    printf '%s/aot-%s' "$KZ_APP" \
        "$({ cat "$KZ_JAVA_HOME/release"; printf '%s ' "${KZ_JAVA_DEFAULTS[@]}"; } | sha256sum | cut -c1-12)"
}

# Sets KZ_AOT_OPTIONS: use the cache, or record a profile, or neither.
choose_aot_options() {
    local name
    KZ_AOT_OPTIONS=()
    [[ -z ${KEZHENG_JAVA_OPTS:-} ]] || return 0
    name=$(aot_name)
    if [[ -s $name.cache ]]; then
        KZ_AOT_OPTIONS=("-XX:AOTCache=$name.cache")
    elif [[ ! -s $name.profile && -w $KZ_APP ]] && (($(aot_tries) < KZ_AOT_TRIES)) &&
        (($(free_mebibytes "$KZ_RUN") > 1024)); then
        rm -f "$KZ_RUN/aot.profile"
        KZ_AOT_OPTIONS=(-XX:AOTMode=record "-XX:AOTConfiguration=$KZ_RUN/aot.profile")
    fi
}

aot_tries() {
    cat "$(aot_name).tries" 2>/dev/null || printf 0
}

is_recording() {
    local pid
    pid=$(live_pid platform) && grep -qzxF -- "-XX:AOTMode=record" "/proc/$pid/cmdline"
}

# A cache that the JVM complained of is made anew by later runs.
drop_refused_cache() {
    last_start | grep -q '^\[.*\[error *\]\[aot\]' && rm -f "$(aot_name).cache"
    return 0
}

# Stops a platform that records, keeps its profile, and assembles the cache if there is time left.
stop_recording_platform() {
    local name started=$SECONDS
    name=$(aot_name)
    printf '%s\n' "$(($(aot_tries) + 1))" 2>/dev/null >"$name.tries"
    if stop_process platform TERM "$KZ_AOT_SECONDS" && [[ -s $KZ_RUN/aot.profile && -w $KZ_APP ]]; then
        mv -f "$KZ_RUN/aot.profile" "$name.profile"
        assemble_cache
        wait_until "$((KZ_AOT_SECONDS - SECONDS + started))" is_gone assembler
        stop_assembler
    fi
    rm -f "$KZ_RUN/aot.profile"
}

# Assembles the cache in the background, at the lowest priority. What does not finish is begun again by the next run.
assemble_cache() {
    local name
    name=$(aot_name)
    [[ -s $name.profile && ! -s $name.cache && -w $KZ_APP && -z ${KEZHENG_JAVA_OPTS:-} ]] || return 0
    is_live assembler && return 0
    # shellcheck disable=SC2016
    start_process assembler '' "$KZ_LOG/aot.log" nice -n 19 sh -c '
        profile=$1 cache=$2 new=$3
        shift 3
        if "$@"; then mv "$new" "$cache"; fi
        rm -f "$profile" "$new"' assemble "$name.profile" "$name.cache" "$KZ_RUN/aot.new" \
        "$KZ_JAVA_HOME/bin/java" "${KZ_JAVA_DEFAULTS[@]}" "${KZ_JAVA_ALWAYS[@]}" -XX:AOTMode=create \
        "-XX:AOTConfiguration=$name.profile" "-XX:AOTCache=$KZ_RUN/aot.new" -cp "$KZ_APP_JAR"
    return 0
}

stop_assembler() {
    stop_process assembler KILL 2
    rm -f "$KZ_RUN/aot.new"
}
