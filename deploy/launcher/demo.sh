# Callers of the demonstration: SIPp dials the demonstration trunk, as the public network would.

# Sets KZ_SIPP: named, installed, or unpacked into the cache by an earlier run.
find_sipp() {
    for KZ_SIPP in "${KEZHENG_SIPP:-}" "$(command -v sipp 2>/dev/null)" "$KZ_CACHE/tools/bin/sipp" ''; do
        [[ -n $KZ_SIPP && -x $KZ_SIPP ]] && return 0
    done
    return 1
}

# Who calls which queue: number;queue. The numbers are the demonstration customers' and strangers'.
write_callers() {
    cat <<'CALLERS' >"$KZ_RUN/callers.csv"
RANDOM
13800138000;4001
13900139000;4002
13700137000;4001
13600136000;4001
13500135000;4002
13300133000;4001
CALLERS
}

# Keeps as many callers on the line as asked for, for at most eight hours: start_callers COUNT.
start_callers() {
    is_live callers && return 0
    find_sipp || {
        provide_tools sipp
        find_sipp
    }
    require_port udp "$((KZ_PORT + 25))" "示范来电" "the demonstration's callers"
    write_callers
    start_process callers '' /dev/null "$KZ_SIPP" "127.0.0.1:$KZ_SIP_IN_PORT" -sf "$KZ_HOME/deploy/demo/caller.xml" \
        -inf "$KZ_RUN/callers.csv" -i 127.0.0.1 -p "$((KZ_PORT + 25))" -mp "$((KZ_PORT + 26))" -r 1 -rp 3000 -l "$1" -nostdin \
        -timeout 28800s
    sleep 1
    is_live callers || warn "示范来电者未能拨出。" "The demonstration's callers did not start."
}

stop_callers() {
    stop_process callers TERM 2
    rm -f "$KZ_RUN/callers.csv"
}
