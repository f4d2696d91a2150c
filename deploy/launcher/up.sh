# Up and down.

command_up() {
    local data='' port='' detach=no empty=no callers=0
    while (($#)); do
        case $1 in
            --detach) detach=yes ;;
            --empty) empty=yes ;;
            --data | --port | --callers | --nodes)
                (($# > 1)) || usage_error "$1"
                case $1 in
                    --data) data=$2 ;;
                    --port) port=$2 ;;
                    --callers) callers=$2 ;;
                    --nodes) require_one_node "$2" ;;
                esac
                shift
                ;;
            *) usage_error "$1" ;;
        esac
        shift
    done
    [[ $callers =~ ^[0-9]{1,3}$ ]] || die 2 "--callers 应为 0 至 999 的整数：$callers" \
        "--callers takes a whole number from 0 to 999, not: $callers"
    set_users
    set_cache
    choose_instance "$data"
    choose_port "$port"
    find_java
    ensure_build
    bring_up "$empty" "$callers"
    print_addresses
    if [[ $detach == no ]]; then
        stay_up
    fi
}

require_one_node() {
    [[ $1 == 1 ]] && return
    [[ $1 == 3 ]] || die 2 "--nodes 只能为 1 或 3：$1" "--nodes takes 1 or 3, not: $1"
    die 2 "三节点运行（--nodes 3）不在本版本中。" "Three nodes (--nodes 3) are not part of this version."
}

# Starts whatever of this instance does not run. A start that fails leaves nothing behind that it had started.
bring_up() {
    prepare_data
    take_lock 0
    adopt_processes
    decide_demonstration "$1"
    KZ_WAS_LIVE=$(for part in postgres pbx platform assembler callers; do is_live "$part" && printf '%s ' "$part"; done)
    trap undo_start EXIT
    take_workshop
    find_asterisk
    find_paper_font
    find_speech
    leave_workshop
    is_live platform || require_port tcp "$KZ_PORT" "控制台" "the console"
    start_database
    is_live pbx && is_live platform || prepare_keys
    remember_instance
    start_pbx
    ln -sfn ../pbx/log "$KZ_LOG/pbx"
    start_platform
    (($2 == 0)) || start_callers "$2"
    trap - EXIT
    release_lock
}

undo_start() {
    local status=$? part
    trap - EXIT
    trap '' INT TERM HUP
    for part in callers assembler platform pbx postgres; do
        [[ " $KZ_WAS_LIVE " == *" $part "* ]] || "stop_$part"
    done
    exit "$status"
}

# In the foreground: until Ctrl-C, or until somebody else has brought it down.
stay_up() {
    local ended=no platform=yes
    trap 'ended=yes' INT TERM HUP
    say "按 Ctrl-C 停止。" "Ctrl-C stops it."
    while [[ $ended == no ]]; do
        sleep 1 &
        wait $!
        instance_lives "$KZ_DATA" || { say "已停止。" "It has been stopped."; return 0; }
        if is_live platform; then
            platform=yes
        elif [[ $platform == yes ]]; then
            platform=no
            warn "平台进程已结束（记录见 $KZ_LOG/platform.out）；在另一终端执行 ./kezheng up 可再次启动它。" \
                "The platform has ended (see $KZ_LOG/platform.out); ./kezheng up in another terminal starts it again."
        fi
    done
    trap '' INT TERM HUP
    printf '\n'
    take_lock 60
    bring_down
}

command_down() {
    local data=''
    while (($#)); do
        case $1 in
            --data) (($# > 1)) || usage_error "$1"; data=$2; shift ;;
            *) usage_error "$1" ;;
        esac
        shift
    done
    set_users
    set_cache
    choose_instance "$data"
    [[ -d $KZ_RUN ]] || { say "没有在运行。" "Nothing runs."; return 0; }
    choose_port ''
    find_java
    KZ_APP=$(instance_fact app)
    KZ_APP_JAR=$(app_jar "$KZ_APP")
    KZ_PBX_BINARY=$(instance_fact pbxBinary)
    take_lock 60
    adopt_processes
    instance_lives "$KZ_DATA" || is_live callers || { forget_instance; say "没有在运行。" "Nothing runs."; return 0; }
    bring_down
}

bring_down() {
    local part left=''
    stop_callers
    stop_assembler
    stop_pbx
    wait_for_spool
    stop_platform
    remove_spool
    stop_postgres
    for part in callers assembler platform pbx postgres; do
        is_live "$part" && left+=" $part($(live_pid "$part"))"
    done
    [[ -z $left ]] || die 1 "未能结束：$left" "These did not end:$left"
    forget_instance
    say "已停止：$KZ_DATA" "Stopped: $KZ_DATA"
}

# What a person needs next.
print_addresses() {
    printf '\n'
    line "控制台" "Console" "https://127.0.0.1:$KZ_PORT"
    line "CA 证书" "CA certificate" "$KZ_KEYS/tls/ca.pem"
    line "来电线路" "Call in by SIP" "$(call_addresses)"
    line "数据目录" "Data" "$KZ_DATA"
    line "证据公钥" "Trust key" "$KZ_KEYS/trust/evidence.pem"
    print_accounts
    printf '\n'
}

line() {
    printf '  %s%s\n' "$(pad "$(t "$1" "$2")" 18)" "$3"
}

call_addresses() {
    local number facts gap=''
    facts=$(pbx_fact queueNumbers '{}')
    for number in $(grep -o '"[0-9]*"' <<<"$facts" | tr -d '"' | sort -u); do
        printf '%ssip:%s@127.0.0.1:%s' "$gap" "$number" "$KZ_SIP_IN_PORT"
        gap='  '
    done
}

# The demonstration's sign-ins: user, role, password. Under --empty the one-time token's file alone.
print_accounts() {
    local user role file
    if [[ $KZ_DEMONSTRATION != true ]]; then
        line "一次性管理员令牌" "One-time token" "$KZ_DATA/accounts/administrator.token"
        return
    fi
    printf '\n'
    line "登录" "Sign in as" "$(t '口令' 'password')"
    while read -r user role file; do
        printf '  %-18s%-26s%s\n' "$user" "$(head -c 200 "$file" 2>/dev/null | tr -d '\n')" "$(role_name "$role")"
    done < <({ accounts_json; echo; } | tr '{' '\n' |
        sed -n 's/.*"user" *: *"\([^"]*\)".*"role" *: *"\([^"]*\)".*"passwordFile" *: *"\([^"]*\)".*/\1 \2 \3/p')
}

role_name() {
    case $1 in
        agent) t 坐席 agent ;;
        supervisor) t 班长 supervisor ;;
        auditor) t 审计员 auditor ;;
        system-administrator) t 系统管理员 'system administrator' ;;
        security-administrator) t 安全管理员 'security administrator' ;;
        *) printf '%s' "$1" ;;
    esac
}
