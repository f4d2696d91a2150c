# Where the PBX records calls: memory, never a disk. The platform takes recordings from here, encrypts them and deletes them.

# A running instance keeps the place it began with.
set_spool() {
    KZ_SPOOL=$(instance_fact spool)
    [[ -n $KZ_SPOOL ]] || KZ_SPOOL=${KEZHENG_SPOOL:-/dev/shm}/kezheng-$(printf '%s' "$KZ_DATA" | sha256sum | cut -c1-16)
}

# Makes the spool, or takes the one there was. Called while no PBX of this instance runs.
prepare_spool() {
    local place=${KZ_SPOOL%/*}
    [[ -d $place && $(stat -fc %T "$place") == @(tmpfs|ramfs) ]] || die 3 \
        "通话录音须暂存于内存，而 $place 不在内存中：请挂载 tmpfs，并以 KEZHENG_SPOOL 指明。" \
        "Calls are recorded into memory, and $place is not in memory: mount a tmpfs and name it in KEZHENG_SPOOL."
    (umask 077 && mkdir -p "$KZ_SPOOL/calls") 2>/dev/null && is_our_spool || die 5 \
        "录音暂存处 $KZ_SPOOL 无法使用，或属于其他用户。" \
        "The spool for recordings, $KZ_SPOOL, cannot be used or belongs to somebody else."
    [[ -z $KZ_PBX_USER ]] || chown -R "$KZ_PBX_USER" "$KZ_SPOOL" || return 1
    chmod 700 "$KZ_SPOOL" "$KZ_SPOOL/calls"
    warn_of_swap
    end_spooled_calls
}

# Others may make files beside it: neither a link nor a directory of theirs is taken.
is_our_spool() {
    local path owner
    for path in "$KZ_SPOOL" "$KZ_SPOOL/calls"; do
        owner=$(stat -c %u "$path") || return 1
        [[ -d $path && ! -L $path ]] || return 1
        [[ $owner == "$EUID" || ( -n $KZ_PBX_USER && $owner == "$(id -u "$KZ_PBX_USER")" ) ]] || return 1
    done
}

warn_of_swap() {
    (($(wc -l 2>/dev/null </proc/swaps) > 1)) || return 0
    warn "本机启用了交换空间，内存中的录音可能被写到磁盘：请关闭交换或加密交换空间。" \
        "This machine swaps: what is recorded into memory may reach a disk. Turn swap off, or encrypt it."
}

# No PBX runs, so whatever it was recording is over.
end_spooled_calls() {
    local file
    for file in "$KZ_SPOOL"/calls/*.ulaw; do
        [[ -e $file ]] || continue
        file=${file%.ulaw}
        : >"${file%.*}.end"
    done
}

spool_is_empty() {
    [[ -z $(find "$KZ_SPOOL/calls" -type f -print -quit 2>/dev/null) ]]
}

# With the PBX down and the platform up: everything is encrypted before the platform goes, too.
wait_for_spool() {
    is_live platform || return 0
    wait_until 15 spool_is_empty
}

# What nobody has taken stays until the next start.
remove_spool() {
    if spool_is_empty; then
        rm -rf "$KZ_SPOOL"
    else
        warn "有录音尚未入库，仍在内存中的 $KZ_SPOOL：下次启动时入库；关机前未启动则会丢失。" \
            "Recordings that were not yet stored stay in memory, in $KZ_SPOOL: the next start stores them; they are lost if the machine goes down before."
    fi
}
