# Words, errors and progress. Sourced by ./kezheng; defines functions only.

# Prints the text of the person's language: t ZH EN.
t() {
    if [[ $KZ_LANG == zh ]]; then printf '%s' "$1"; else printf '%s' "$2"; fi
}

say() {
    printf '%s\n' "$(t "$1" "$2")"
}

warn() {
    printf 'kezheng: %s\n' "$(t "$1" "$2")" >&2
}

# One clear line and the exit code that docs/contract.md gives to its kind: die CODE ZH EN.
die() {
    warn "$2" "$3"
    exit "$1"
}

# Is there a person before a terminal who can read a line that changes?
is_terminal() {
    [[ -t 2 && ${TERM:-dumb} != dumb && -z ${CI:-} ]]
}

# Runs a long step with its output in a log: run_step ZH EN LOG COMMAND...
# A terminal shows a spinner; anything else gets one line at the start, one each 20 s and one at the end.
run_step() {
    local text log=$3 started=$SECONDS pid status
    text=$(t "$1" "$2")
    shift 3
    mkdir -p "$(dirname "$log")"
    # In a process group of its own, so that an interruption ends all of it.
    set -m
    { set +m; "$@"; } >>"$log" 2>&1 </dev/null {KZ_LOCK_FD}>&- &
    pid=$!
    set +m
    KZ_STEP_PID=$pid
    show_step "$pid" "$text" "$started"
    wait "$pid"
    status=$?
    KZ_STEP_PID=
    is_terminal && printf '\r\033[K' >&2
    if ((status == 0)); then
        printf '  %s %s(%d s)\n' "$text" "$(t '完成 ' 'done ')" "$((SECONDS - started))" >&2
    else
        printf '  %s %s(%d s)\n' "$text" "$(t '失败 ' 'failed ')" "$((SECONDS - started))" >&2
    fi
    return "$status"
}

# Ctrl-C or a request to end: the step that runs is ended, and what this command had begun is undone by its EXIT trap.
interrupted() {
    trap '' INT TERM HUP
    [[ -z $KZ_STEP_PID ]] || kill -TERM -- "-$KZ_STEP_PID" 2>/dev/null
    KZ_STEP_PID=
    is_terminal && printf '\n' >&2
    exit 130
}

show_step() {
    local pid=$1 text=$2 started=$3 frames='|/-\' i=0 next=20
    is_terminal || printf '  %s ...\n' "$text" >&2
    while kill -0 "$pid" 2>/dev/null; do
        if is_terminal; then
            printf '\r  %s %s %d s ' "${frames:i++%4:1}" "$text" "$((SECONDS - started))" >&2
        elif ((SECONDS - started >= next)); then
            printf '  %s ... %d s\n' "$text" "$((SECONDS - started))" >&2
            next=$((next + 20))
        fi
        sleep 0.2
    done
}

# The end of a log, for the person who must mend what failed.
show_log_end() {
    printf '  ---- %s\n' "$1" >&2
    tail -n "${2:-30}" "$1" >&2
    printf '  ----\n' >&2
}

# Waits until a command holds: wait_until SECONDS COMMAND...
wait_until() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS >= deadline)) && return 1
        sleep 0.1
    done
}

# A secret of 192 bits, in letters that need no quoting anywhere.
random_secret() {
    od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

# Writes standard input to a file that nobody else may read, all or nothing: write_private FILE [OWNER].
write_private() {
    local new="$1.new.$$"
    (umask 077 && cat >"$new") || return 1
    chmod 600 "$new" && { [[ -z ${2:-} ]] || chown "$2" "$new"; } && mv -f "$new" "$1"
}

# Free space where a path stands or will stand, in MiB.
free_mebibytes() {
    local path=$1
    while [[ ! -e $path ]]; do path=$(dirname "$path"); done
    df -Pm "$path" | awk 'NR == 2 { print $4 }'
}

# Refuses to begin what a full disk would leave half done: require_space PATH MEBIBYTES ZH EN.
require_space() {
    local free
    free=$(free_mebibytes "$1")
    ((free >= $2)) || die 5 \
        "磁盘空间不足：$1 仅剩 ${free} MiB，$3至少需要 $2 MiB。请清理磁盘，或另选目录。" \
        "The disk is full: $1 has ${free} MiB left, $4 needs $2 MiB. Free some space, or choose another directory."
}
