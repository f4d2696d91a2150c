# Processes that this instance started: told apart from recycled process ids by the kernel's own start time.

# What makes a process id unambiguous: the boot and the tick at which it began.
process_birth() {
    local stat boot
    { IFS= read -r -d '' stat <"/proc/$1/stat"; } 2>/dev/null
    [[ -n ${stat:-} ]] || return 1
    # The second field is the name in brackets, which may hold spaces; the state follows the last bracket.
    read -ra stat <<<"${stat##*) }"
    [[ ${stat[0]} != [ZX] ]] || return 1
    read -r boot </proc/sys/kernel/random/boot_id
    printf '%s/%s' "$boot" "${stat[19]}"
}

# record_process NAME PID
record_process() {
    local birth
    birth=$(process_birth "$2") || return 1
    printf '%s %s\n' "$2" "$birth" >"$KZ_RUN/$1.pid.new" && mv -f "$KZ_RUN/$1.pid.new" "$KZ_RUN/$1.pid"
}

# Prints the pid of a recorded process that still lives.
live_pid() {
    local pid birth
    { read -r pid birth <"$KZ_RUN/$1.pid"; } 2>/dev/null
    [[ ${pid:-} =~ ^[0-9]+$ && -n ${birth:-} && $(process_birth "$pid") == "$birth" ]] || return 1
    printf '%s' "$pid"
}

# Takes back a process of this instance whose record was lost, known by its command line: adopt_process NAME MARK PATTERN.
# The mark is the one argument that finds candidates; the pattern tells the server from its console and from an editor.
adopt_process() {
    local name=$1 mark=$2 pattern=$3 pid line
    is_live "$name" && return 0
    for pid in $(grep -lzxF -- "$mark" /proc/[0-9]*/cmdline 2>/dev/null | cut -d/ -f3); do
        line=$({ tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null)
        # shellcheck disable=SC2053
        [[ $line == $pattern ]] && record_process "$name" "$pid" && return 0
    done
    return 0
}

adopt_processes() {
    local properties="--spring.config.additional-location=file:$KZ_RUN/platform.properties"
    adopt_process postgres "$KZ_POSTGRES" "*/postgres -D $KZ_POSTGRES -p *"
    adopt_process pbx "$KZ_ETC/asterisk.conf" "* -C $KZ_ETC/asterisk.conf -f "
    adopt_process platform "$properties" "*/java *$properties "
    adopt_process assembler "$KZ_RUN/aot.new" "sh -c *$KZ_RUN/aot.new *"
    adopt_process callers "$KZ_RUN/callers.csv" "* -inf $KZ_RUN/callers.csv *"
}

is_live() {
    live_pid "$1" >/dev/null
}

is_gone() {
    ! is_live "$1"
}

# Starts a command that outlives this shell: start_process NAME USER LOG COMMAND...
start_process() {
    local name=$1 user=$2 log=$3
    shift 3
    (
        umask 077
        cd / && as_user "$user" setsid "$@"
    ) </dev/null >>"$log" 2>&1 {KZ_LOCK_FD}>&- &
    KZ_STARTED_PID=$!
    wait_until 5 is_session_leader "$KZ_STARTED_PID"
    record_process "$name" "$KZ_STARTED_PID"
}

# Past "setsid" the process leads its own session, and what is recorded is the program itself.
is_session_leader() {
    local stat
    { IFS= read -r -d '' stat <"/proc/$1/stat"; } 2>/dev/null
    [[ -n ${stat:-} ]] || return 0
    read -ra stat <<<"${stat##*) }"
    [[ ${stat[3]} == "$1" ]]
}

# Ends a recorded process and what is left of its session: stop_process NAME SIGNAL SECONDS. Kills it after that time,
# and then says so by failing.
stop_process() {
    local pid status=0
    pid=$(live_pid "$1") || { rm -f "$KZ_RUN/$1.pid"; return 0; }
    kill "-$2" "$pid" 2>/dev/null
    wait_until "$3" is_gone "$1" || status=1
    kill -KILL -- "-$pid" 2>/dev/null
    wait_until 10 is_gone "$1"
    rm -f "$KZ_RUN/$1.pid"
    return "$status"
}

# One launcher works on a data directory at a time. The kernel drops the lock with its holder, however that ends.
take_lock() {
    exec {KZ_LOCK_FD}>>"$KZ_RUN/launcher.lock"
    flock -w "${1:-0}" "$KZ_LOCK_FD" || die 4 \
        "另一个 ./kezheng（进程 $(lock_holder)）正在操作 $KZ_DATA，请待其结束。" \
        "Another ./kezheng (process $(lock_holder)) is at work on $KZ_DATA; wait until it has finished."
    printf '%s\n' "$$" >"$KZ_RUN/launcher.holder"
}

release_lock() {
    flock -u "$KZ_LOCK_FD"
}

lock_holder() {
    cat "$KZ_RUN/launcher.holder" 2>/dev/null || printf '?'
}

# The inode of what listens on a port of this machine, or nothing: listening_inode tcp|udp PORT.
listening_inode() {
    local hex state=0A
    hex=$(printf '%04X' "$2")
    [[ $1 == udp ]] && state=07
    cat "/proc/net/$1" "/proc/net/${1}6" 2>/dev/null |
        awk -v port="$hex" -v state="$state" '{ n = split($2, a, ":") } a[n] == port && $4 == state { print $10; exit }'
}

# Names the process that holds a socket, as far as we may look.
socket_owner() {
    local link
    for link in /proc/[0-9]*/fd/*; do
        [[ $(readlink "$link" 2>/dev/null) == "socket:[$1]" ]] || continue
        link=${link#/proc/}
        printf '%s (pid %s)' "$(cat "/proc/${link%%/*}/comm" 2>/dev/null)" "${link%%/*}"
        return 0
    done
    return 1
}

# require_port tcp|udp PORT ZH EN. A process that was just killed may hold its sockets for a moment more, when nobody
# can be named any longer: that is waited for.
require_port() {
    local inode owner deadline=$((SECONDS + 5))
    while inode=$(listening_inode "$1" "$2") && [[ -n $inode ]]; do
        owner=$(socket_owner "$inode") || owner=
        [[ -z $owner ]] && ((SECONDS < deadline)) && sleep 0.2 && continue
        owner=${owner:-$(t '未知进程' 'an unknown process')}
        die 4 "端口 $2/$1（$3）已被占用：$owner。请结束它，或以 --port 另选端口。" \
            "Port $2/$1 ($4) is taken by $owner. End that, or choose other ports with --port."
    done
}
