# Where things stand, which ports they have, and as whom they run.

readonly KZ_DEFAULT_PORT=8443
# Raised when data written by this version cannot be read by the one before.
readonly KZ_LAYOUT=1

# The cache holds what was downloaded and unpacked; any of it can be deleted while nothing runs.
set_cache() {
    if [[ -n ${KEZHENG_CACHE:-} ]]; then
        KZ_CACHE=$KEZHENG_CACHE
    elif ((EUID == 0)) && ! everyone_reaches "$KZ_HOME"; then
        KZ_CACHE=/var/cache/kezheng/$(checkout_name)
    else
        KZ_CACHE=$KZ_HOME/.kezheng/cache
    fi
    mkdir -p "$KZ_CACHE" || die 2 "无法建立缓存目录 $KZ_CACHE，请以 KEZHENG_CACHE 另指一处。" \
        "The cache directory $KZ_CACHE cannot be made; name another in KEZHENG_CACHE."
    KZ_CACHE=$(cd "$KZ_CACHE" && pwd)
}

default_data() {
    if ((EUID == 0)) && ! everyone_reaches "$KZ_HOME"; then
        printf '/var/lib/kezheng/%s' "$(checkout_name)"
    else
        printf '%s/.kezheng/data' "$KZ_HOME"
    fi
}

checkout_name() {
    printf '%s-%s' "$(basename "$KZ_HOME")" "$(printf '%s' "$KZ_HOME" | sha256sum | cut -c1-8)"
}

# May any user walk to this directory? As root the PBX and the database run as users of their own.
everyone_reaches() {
    local path=$1
    while [[ ! -e $path ]]; do path=$(dirname "$path"); done
    while :; do
        [[ $(stat -Lc %a "$path") == *[1357] ]] || return 1
        [[ $path == / ]] && return 0
        path=$(dirname "$path")
    done
}

# Sets every path below a data directory: set_paths DATA.
set_paths() {
    KZ_DATA=$1
    KZ_KEYS=$1.keys
    KZ_RUN=$1/run
    KZ_LOG=$1/log
    KZ_PBX=$1/pbx
    KZ_ETC=$1/pbx/etc
    KZ_POSTGRES=$1/postgres
    KZ_PGPASS=$1/run/pgpass
    set_spool
}

# An absolute path without links, also of what does not exist yet.
absolute_path() {
    readlink -m -- "$1"
}

# Makes the data directory and checks that it is ours to use.
prepare_data() {
    local version=
    mkdir -p "$KZ_DATA" || die 2 "无法建立数据目录 $KZ_DATA。" "The data directory $KZ_DATA cannot be made."
    [[ -O $KZ_DATA && -w $KZ_DATA ]] || die 2 "数据目录 $KZ_DATA 属于其他用户，请另选目录。" \
        "The data directory $KZ_DATA belongs to somebody else; choose another."
    if [[ -e $KZ_DATA/layout ]]; then
        version=$(head -c 16 "$KZ_DATA/layout" | tr -cd '0-9')
        [[ -n $version ]] || die 5 "数据目录的版本标记已损坏：$KZ_DATA/layout。" \
            "The data directory's version mark is damaged: $KZ_DATA/layout."
        ((10#$version <= KZ_LAYOUT)) || die 5 \
            "数据由更新的版本写成（布局 $version，本版本为 $KZ_LAYOUT）：请用那一版本启动，或另选 --data。" \
            "The data were written by a newer version (layout $version, this one has $KZ_LAYOUT): start that version, or choose another --data."
    fi
    require_space "$KZ_DATA" 200 "数据目录" "the data directory"
    if ((EUID == 0)); then
        chmod 711 "$KZ_DATA"
        everyone_reaches "$KZ_DATA" || die 2 \
            "以 root 运行时，PBX 与数据库使用普通用户，但它们无法进入 $KZ_DATA：请另选 --data，如 /var/lib/kezheng。" \
            "As root the PBX and the database run as ordinary users, who cannot reach $KZ_DATA: choose another --data, such as /var/lib/kezheng."
    else
        chmod 700 "$KZ_DATA"
    fi
    mkdir -p "$KZ_RUN" "$KZ_LOG" "$KZ_DATA/recordings" "$KZ_DATA/backups" &&
        chmod 700 "$KZ_RUN" "$KZ_LOG" "$KZ_DATA/recordings" "$KZ_DATA/backups" ||
        die 5 "数据目录 $KZ_DATA 无法写入。" "The data directory $KZ_DATA cannot be written."
    [[ -n $version ]] || printf '%s\n' "$KZ_LAYOUT" >"$KZ_DATA/layout"
}

# Every port follows from the console's: set_ports PORT.
set_ports() {
    [[ $1 =~ ^[0-9]{1,5}$ ]] && ((10#$1 >= 1 && 10#$1 <= 65000)) ||
        die 2 "端口应为 1 至 65000 的整数：$1" "A port is a whole number from 1 to 65000, not: $1"
    KZ_PORT=$((10#$1))
    KZ_POSTGRES_PORT=$((KZ_PORT + 10))
    KZ_SIP_IN_PORT=$((KZ_PORT + 20))
    KZ_PBX_HTTP_PORT=$((KZ_PORT + 21))
    KZ_WSS_PORT=$((KZ_PORT + 22))
    KZ_AMI_PORT=$((KZ_PORT + 23))
    KZ_SIP_OUT_PORT=$((KZ_PORT + 24))
    KZ_RTP_START=$((20000 + KZ_PORT % 100 * 200))
    KZ_RTP_END=$((KZ_RTP_START + 199))
}

# The users that the PBX and the database run as: ourselves, or as root an ordinary one. Empty means ourselves.
set_users() {
    KZ_PBX_USER='' KZ_POSTGRES_USER=''
    ((EUID == 0)) || return 0
    command -v setpriv >/dev/null || die 3 "缺少 setpriv：请安装软件包 util-linux。" \
        "setpriv is missing: install the package util-linux."
    KZ_PBX_USER=nobody KZ_POSTGRES_USER=nobody
    id asterisk >/dev/null 2>&1 && KZ_PBX_USER=asterisk
    id postgres >/dev/null 2>&1 && KZ_POSTGRES_USER=postgres
    return 0
}

# Runs a command as one of those users and as nobody else: as_user USER COMMAND...
as_user() {
    local user=$1
    shift
    if [[ -z $user ]]; then
        exec "$@"
    else
        exec setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups --inh-caps=-all "$@"
    fi
}
