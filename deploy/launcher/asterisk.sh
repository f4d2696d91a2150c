# Finds Asterisk 22, or fetches it from Debian into the cache, unprivileged.

readonly KZ_ASTERISK_SUITE=forky
readonly KZ_ASTERISK_MEBIBYTES=1536

# Sets KZ_PBX_BINARY: what runs the PBX, and with -rx its console.
find_asterisk() {
    if [[ -n ${KEZHENG_ASTERISK:-} ]]; then
        [[ -x $KEZHENG_ASTERISK ]] || die 3 "KEZHENG_ASTERISK 指向的程序不可执行：$KEZHENG_ASTERISK" \
            "KEZHENG_ASTERISK names nothing that can be run: $KEZHENG_ASTERISK"
        is_asterisk_22 "$KEZHENG_ASTERISK" || die 3 "KEZHENG_ASTERISK 不是 Asterisk 22：$KEZHENG_ASTERISK" \
            "KEZHENG_ASTERISK is not an Asterisk 22: $KEZHENG_ASTERISK"
        KZ_PBX_BINARY=$KEZHENG_ASTERISK
        return
    fi
    KZ_PBX_BINARY=$KZ_CACHE/asterisk/bin/asterisk
    [[ -x $KZ_PBX_BINARY && -e $KZ_CACHE/asterisk/complete ]] && return
    provision_asterisk
}

is_asterisk_22() {
    [[ $("$1" -V 2>/dev/null) == "Asterisk 22."* ]]
}

provision_asterisk() {
    local log=$KZ_CACHE/log/asterisk.log new=$KZ_CACHE/asterisk.new
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || die 3 \
        "缺少 Asterisk 22，且本机没有 apt：请安装 Asterisk 22 并以 KEZHENG_ASTERISK 指明其程序。" \
        "Asterisk 22 is missing and this machine has no apt: install Asterisk 22 and name its program in KEZHENG_ASTERISK."
    debian_keyring >/dev/null || die 3 "缺少 Debian 的签名密钥：请安装软件包 debian-archive-keyring。" \
        "Debian's signing keys are missing: install the package debian-archive-keyring."
    require_space "$KZ_CACHE" "$KZ_ASTERISK_MEBIBYTES" "准备 Asterisk " "preparing Asterisk"
    mkdir -p "$KZ_CACHE/log" && : >"$log"
    run_step "准备 Asterisk 22（首次约 115 MB）" "Preparing Asterisk 22 (once, about 115 MB)" "$log" \
        fetch_asterisk "$new" || {
        show_log_end "$log" 8
        die 3 "未能从本机的 Debian 镜像取得 Asterisk 22（记录见 $log）。请检查网络后重试，或以 KEZHENG_ASTERISK 指明已有的程序。" \
            "Asterisk 22 did not come from this machine's Debian mirror (log: $log). Check the network and try again, or name an installed one in KEZHENG_ASTERISK."
    }
    rm -rf "$KZ_CACHE/asterisk" && mv "$new" "$KZ_CACHE/asterisk" && : >"$KZ_CACHE/asterisk/complete"
}

# Downloads stay in place when this is interrupted, so that a second run goes on where the first stopped.
fetch_asterisk() {
    local new=$1 apt=$KZ_CACHE/asterisk.apt mirror keyring
    keyring=$(debian_keyring)
    rm -rf "$new" && mkdir -p "$new/bin" "$apt" && : >"$apt/status" || return 1
    for mirror in $(debian_mirrors); do
        private_apt "$apt" "$apt/status" "deb [signed-by=$keyring] $mirror $KZ_ASTERISK_SUITE main" || return 1
        unpack_packages "$apt" "$new/root" asterisk asterisk-modules asterisk-core-sounds-en-wav \
            asterisk-moh-opsound-wav && break
    done
    [[ -x $new/root/usr/sbin/asterisk ]] || return 1
    write_runner "$new/bin/asterisk" ../root usr/sbin/asterisk || return 1
    "$new/bin/asterisk" -V || return 1
    is_asterisk_22 "$new/bin/asterisk" || return 1
    rm -rf "$apt" && chmod -R a+rX "$new"
}

# Directories that belong to a PBX binary: its modules and its sounds. Sets KZ_PBX_MODULES and KZ_PBX_SHARE.
locate_asterisk_parts() {
    local prefix modules share
    prefix=$(cd "$(dirname "$(readlink -f "$KZ_PBX_BINARY")")/.." && pwd)
    KZ_PBX_MODULES='' KZ_PBX_SHARE=''
    for modules in "$prefix"/root/usr/lib/*/asterisk/modules "$prefix"/lib/*/asterisk/modules \
        "$prefix"/lib/asterisk/modules /usr/lib/*/asterisk/modules /usr/lib/asterisk/modules; do
        [[ -e $modules/res_pjsip.so ]] && { KZ_PBX_MODULES=$modules; break; }
    done
    for share in "$prefix"/root/usr/share/asterisk "$prefix"/share/asterisk "$prefix"/var/lib/asterisk \
        /usr/share/asterisk /var/lib/asterisk; do
        [[ -d $share/documentation || -d $share/sounds ]] && { KZ_PBX_SHARE=$share; break; }
    done
    [[ -n $KZ_PBX_MODULES && -n $KZ_PBX_SHARE ]] || die 3 \
        "找不到 $KZ_PBX_BINARY 的模块或语音目录。" "No modules or sounds were found that belong to $KZ_PBX_BINARY."
}
