# What runs, for people and for programs (docs/contract.md).

# A JSON string.
json() {
    local text=$1
    text=${text//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//$'\n'/\\n}
    text=${text//$'\t'/\\t}
    printf '"%s"' "$text"
}

pid_or_zero() {
    live_pid "$1" || printf 0
}

# One member of what the platform tells of the PBX: flat objects and arrays only.
pbx_fact() {
    local text
    text=$(tr -d '\n' 2>/dev/null <"$KZ_DATA/pbx.json")
    if [[ $text =~ \"$1\"[[:space:]]*:[[:space:]]*(\{[^{}]*\}|\[[^][]*\]) ]]; then
        printf '%s' "${BASH_REMATCH[1]}"
    else
        printf '%s' "$2"
    fi
}

accounts_json() {
    if [[ -s $KZ_DATA/accounts/accounts.json ]]; then
        tr -d '\n' <"$KZ_DATA/accounts/accounts.json"
    else
        printf '[]'
    fi
}

# The public keys that a verifier is given.
trust_keys() {
    [[ ! -r $KZ_KEYS/trust/evidence.pem ]] || json "$KZ_KEYS/trust/evidence.pem"
}

# The years whose holidays are missing while the platform runs, as it has found, parted by blanks.
missing_years() {
    local years=''
    live_pid platform >/dev/null && read -r years 2>/dev/null <"$KZ_RUN/calendar.missing"
    printf '%s' "$years"
}

is_ready() {
    platform_is_ready && is_live pbx && { is_live postgres || [[ $(instance_fact database) == external ]]; }
}

# host:port/name as this instance uses it, and the administrator's name.
database_facts() {
    KZ_DATABASE_ADDRESS=$(sed -n 's|^spring.datasource.url=jdbc:postgresql://||p' "$KZ_RUN/platform.properties" 2>/dev/null)
    KZ_ADMIN_USER=$(head -n 1 "$KZ_PGPASS" 2>/dev/null | cut -d: -f4)
    KZ_DATABASE_ADDRESS=${KZ_DATABASE_ADDRESS:-127.0.0.1:$KZ_POSTGRES_PORT/kezheng}
    KZ_ADMIN_USER=${KZ_ADMIN_USER:-kezheng_admin}
}

status_json() {
    local ready=false binary
    is_ready && ready=true
    database_facts
    binary=$(instance_fact pbxBinary)
    printf '{"contract":1,"ready":%s,"version":%s,"http":%s,"caFile":%s,' "$ready" "$(json "$(product_version)")" \
        "$(json "https://127.0.0.1:$KZ_PORT")" "$(json "$KZ_KEYS/tls/ca.pem")"
    printf '"dataDir":%s,"keyDir":%s,"logDir":%s,"recordingDir":%s,"backupDir":%s,' "$(json "$KZ_DATA")" \
        "$(json "$KZ_KEYS")" "$(json "$KZ_LOG")" "$(json "$KZ_DATA/recordings")" "$(json "$KZ_DATA/backups")"
    printf '"routes":["/agent","/supervisor","/auditor","/administrator","/measures"],'
    printf '"postgres":{"pid":%s,"adminUrl":%s,"appUrl":%s,"passFile":%s},' "$(pid_or_zero postgres)" \
        "$(json "postgresql://$KZ_ADMIN_USER@$KZ_DATABASE_ADDRESS")" \
        "$(json "postgresql://kezheng_app@$KZ_DATABASE_ADDRESS")" "$(json "$KZ_PGPASS")"
    printf '"nodes":[{"id":0,"pid":%s,"role":"solo","journalDir":%s}],' "$(pid_or_zero platform)" \
        "$(json "$KZ_DATA/journal")"
    printf '"pbx":[{"pid":%s,"console":[%s,"-C",%s],"ami":%s,"amiUser":"kezheng","amiSecretFile":%s,' \
        "$(pid_or_zero pbx)" "$(json "${binary:-$KZ_CACHE/asterisk/bin/asterisk}")" "$(json "$KZ_ETC/asterisk.conf")" \
        "$(json "127.0.0.1:$KZ_AMI_PORT")" "$(json "$KZ_RUN/ami.secret")"
    printf '"sipIn":%s,"sipOut":%s,"spoolDir":%s,"queueNumbers":%s,"ownNumbers":%s}],' \
        "$(json "127.0.0.1:$KZ_SIP_IN_PORT")" "$(json "127.0.0.1:$KZ_SIP_OUT_PORT")" "$(json "$KZ_SPOOL")" \
        "$(pbx_fact queueNumbers '{}')" "$(pbx_fact ownNumbers '[]')"
    printf '"calendar":{"missing":[%s]},' "$(missing_years | tr ' ' ',')"
    printf '"accounts":%s,"trustKeys":[%s]}\n' "$(accounts_json)" "$(trust_keys)"
}

status_text() {
    local name zh en pid state years
    is_ready && say "运行中：https://127.0.0.1:$KZ_PORT" "Running: https://127.0.0.1:$KZ_PORT" ||
        say "未就绪（以 ./kezheng up 启动）" "Not ready (./kezheng up starts it)"
    while read -r name zh en; do
        state=$(t '未运行' 'not running')
        pid=$(live_pid "$name") && state=$(t "进程 $pid" "process $pid")
        printf '  %s%s\n' "$(pad "$(t "$zh" "$en")" 12)" "$state"
    done <<'PARTS'
platform 平台 platform
pbx PBX PBX
postgres 数据库 database
PARTS
    printf '  %s%s\n' "$(pad "$(t '数据' 'data')" 12)" "$KZ_DATA"
    years=$(missing_years)
    [[ -z $years ]] || say "注意：缺少 $years 年的节假日日历。请写入 $KZ_DATA/calendar/年份.json 后重新启动（docs/site.md）。" \
        "Mind: there are no holidays of $years. Lay $KZ_DATA/calendar/YEAR.json down, and start again (docs/site.md)."
}

# Pads to a width in terminal columns; a Chinese character takes two: pad TEXT WIDTH.
pad() {
    local text=$1 i columns=0
    for ((i = 0; i < ${#text}; i++)); do
        [[ ${text:i:1} == [[:ascii:]] ]] && ((columns += 1)) || ((columns += 2))
    done
    printf '%s%*s' "$text" "$(($2 > columns ? $2 - columns : 0))" ''
}
