# The PBX: its configuration, start and stop.

# The IPv4 addresses of this machine that are not loopback, each to be offered as loopback.
ice_host_candidates() {
    ip -4 -o addr show scope global 2>/dev/null | awk '{ sub(/\/.*/, "", $4); print $4 " => 127.0.0.1" }'
    command -v ip >/dev/null && return 0
    hostname -I 2>/dev/null | tr ' ' '\n' | awk '/^[0-9.]+$/ { print $1 " => 127.0.0.1" }'
}

# A secret lives as long as its data directory: secret_file NAME prints its path, made at the first call.
secret_file() {
    local file=$KZ_RUN/$1
    [[ -s $file ]] || random_secret | write_private "$file" || return 1
    printf '%s' "$file"
}

# Fills the templates. Secrets pass through this shell alone, never through a command line.
render_pbx() {
    local template text name
    local -A values=(
        [PBX]=$KZ_PBX [ETC]=$KZ_ETC [SPOOL]=$KZ_SPOOL [MODULES]=$KZ_PBX_MODULES [SHARE]=$KZ_PBX_SHARE
        [SIP_IN_PORT]=$KZ_SIP_IN_PORT [SIP_OUT_PORT]=$KZ_SIP_OUT_PORT [AMI_PORT]=$KZ_AMI_PORT
        [HTTP_PORT]=$KZ_PBX_HTTP_PORT [WSS_PORT]=$KZ_WSS_PORT [RTP_START]=$KZ_RTP_START [RTP_END]=$KZ_RTP_END
        [ICE_HOST_CANDIDATES]=$(ice_host_candidates)
        [AMI_SECRET]=$(<"$(secret_file ami.secret)") [ARI_SECRET]=$(<"$(secret_file ari.secret)")
        [PROBE_SECRET]=$(<"$(secret_file probe.secret)")
    )
    mkdir -p "$KZ_ETC/tls" "$KZ_PBX"/{lib/keys,run,log/cdr-custom,log/cel-custom} &&
        head -c 160 /dev/zero | tr '\0' '\377' >"$KZ_PBX/lib/joined.ulaw" &&
        chmod -R go= "$KZ_PBX" || return 1
    for template in "$KZ_HOME"/deploy/asterisk/*.conf; do
        text=$(<"$template")
        for name in "${!values[@]}"; do
            text=${text//"@$name@"/"${values[$name]}"}
        done
        printf '%s\n' "$text" | write_private "$KZ_ETC/${template##*/}" || return 1
    done
    write_private "$KZ_ETC/tls/server.pem" <"$KZ_KEYS/tls/server.pem" &&
        write_private "$KZ_ETC/tls/server.key" <"$KZ_KEYS/tls/server.key" || return 1
    [[ -z $KZ_PBX_USER ]] || chown -R "$KZ_PBX_USER" "$KZ_PBX"
}

require_pbx_ports() {
    require_port udp "$KZ_SIP_IN_PORT" "SIP 来电" "SIP for callers"
    require_port tcp "$KZ_PBX_HTTP_PORT" "PBX 接口" "the PBX's HTTP interface"
    require_port tcp "$KZ_WSS_PORT" "软电话线路" "softphone lines"
    require_port tcp "$KZ_AMI_PORT" "PBX 管理" "the PBX's manager"
}

# Starts the PBX unless it runs.
start_pbx() {
    is_live pbx && return 0
    require_pbx_ports
    locate_asterisk_parts
    prepare_spool
    render_pbx || die 5 "无法写入 PBX 的配置：$KZ_ETC。" "The PBX's configuration cannot be written: $KZ_ETC."
    rm -f "$KZ_PBX/run/asterisk.ctl" "$KZ_PBX/run/asterisk.pid"
    start_process pbx "$KZ_PBX_USER" "$KZ_LOG/pbx.out" \
        env -i PATH="$PATH" HOME="$KZ_PBX" LANG=C.UTF-8 "$KZ_PBX_BINARY" -C "$KZ_ETC/asterisk.conf" -f
    if ! wait_until 60 pbx_is_ready; then
        show_log_end "$KZ_LOG/pbx.out" 8
        stop_process pbx KILL 5
        die 5 "PBX 未能启动，记录见 $KZ_LOG/pbx.out 与 $KZ_PBX/log/messages。" \
            "The PBX did not start; see $KZ_LOG/pbx.out and $KZ_PBX/log/messages."
    fi
}

pbx_console() {
    "$KZ_PBX_BINARY" -C "$KZ_ETC/asterisk.conf" -rx "$1" 2>/dev/null
}

# Booted, or dead: both end the waiting.
pbx_is_ready() {
    is_gone pbx && return 1
    [[ -S $KZ_PBX/run/asterisk.ctl ]] && timeout 20 "$KZ_PBX_BINARY" -C "$KZ_ETC/asterisk.conf" \
        -rx 'core waitfullybooted' 2>/dev/null | grep -q 'fully booted'
}

stop_pbx() {
    is_live pbx || { rm -f "$KZ_RUN/pbx.pid"; return 0; }
    pbx_console 'core stop now' >/dev/null
    stop_process pbx TERM 10
}
