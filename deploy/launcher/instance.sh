# Which instance a command is about. One checkout may run several, each with its own data and ports.

# Sets the paths and ports of the instance: named by --data, else the default one if it lives, else the one that was
# started last from this checkout and lives, else the default one.
choose_instance() {
    local data=$1 candidate
    if [[ -z $data ]]; then
        data=$(default_data)
        for candidate in "$data" $(ls -t "$KZ_HOME"/.kezheng/instances 2>/dev/null); do
            [[ $candidate == /* ]] || candidate=$(<"$KZ_HOME/.kezheng/instances/$candidate")
            instance_lives "$candidate" && { data=$candidate; break; }
        done
    fi
    data=$(absolute_path "$data")
    [[ $data != *[$' \t\n"\\;@|&']* ]] || die 2 "数据目录的路径不可含空格或引号：$data" \
        "The data directory's path may not hold spaces or quotes: $data"
    set_paths "$data"
}

instance_lives() {
    set_paths "$1"
    is_live platform || is_live pbx || is_live postgres
}

# The port: as asked, else the one this instance had, else the default.
choose_port() {
    local before
    [[ -z $1 ]] || set_ports "$1"
    before=$(instance_fact port)
    if [[ -n $1 && -n $before && $1 != "$before" ]] && instance_lives "$KZ_DATA"; then
        die 4 "$KZ_DATA 已在端口 $before 上运行：请先执行 ./kezheng down。" \
            "$KZ_DATA already runs on port $before: ./kezheng down first."
    fi
    set_ports "${1:-${before:-$KZ_DEFAULT_PORT}}"
}

remember_instance() {
    printf 'port=%s\npbxBinary=%s\napp=%s\ndatabase=%s\nspool=%s\n' "$KZ_PORT" "$KZ_PBX_BINARY" "${KZ_APP:-}" \
        "${KEZHENG_DATABASE_URL:+external}" "$KZ_SPOOL" >"$KZ_RUN/instance"
    mkdir -p "$KZ_HOME/.kezheng/instances" 2>/dev/null &&
        printf '%s\n' "$KZ_DATA" >"$(instance_note)"
}

instance_fact() {
    sed -n "s/^$1=//p" "$KZ_RUN/instance" 2>/dev/null
}

forget_instance() {
    rm -f "$KZ_RUN/instance" "$(instance_note)"
}

instance_note() {
    printf '%s/.kezheng/instances/%s' "$KZ_HOME" "$(printf '%s' "$KZ_DATA" | sha256sum | cut -c1-16)"
}

# Demonstration data or none: decided at the first start, and kept. decide_demonstration WANTS-EMPTY.
decide_demonstration() {
    local mark=$KZ_DATA/demonstration
    if [[ ! -e $mark ]]; then
        [[ $1 == yes ]] && printf 'false\n' >"$mark" || printf 'true\n' >"$mark"
    fi
    KZ_DEMONSTRATION=$(<"$mark")
    [[ $1 == yes && $KZ_DEMONSTRATION == true ]] && die 2 \
        "$KZ_DATA 已有示范数据，--empty 只用于新的数据目录：请另选 --data。" \
        "$KZ_DATA already holds demonstration data, --empty is for new data: choose another --data."
    return 0
}
