# What speaks prompts: espeak-ng, unpacked with its voices. It is licensed under the GPL-3.0 and run as a program of its
# own; what it says belongs to whoever lets it speak.

readonly KZ_SPEECH_MEBIBYTES=256

# Sets KZ_ESPEAK. A platform without it runs and takes calls; only flows whose prompts are not recorded are not played.
find_speech() {
    local program
    for program in "${KEZHENG_ESPEAK:-}" "$(command -v espeak-ng 2>/dev/null)" "$KZ_CACHE/speech/bin/espeak-ng"; do
        [[ -n $program && -x $program ]] && speaks_chinese "$program" && { KZ_ESPEAK=$program; return; }
    done
    KZ_ESPEAK=$KZ_CACHE/speech/bin/espeak-ng
    provision_speech
}

speaks_chinese() {
    "$1" --voices=zh 2>/dev/null | grep -q ' cmn ' && "$1" --voices=yue 2>/dev/null | grep -q ' yue '
}

provision_speech() {
    local log=$KZ_CACHE/log/speech.log new=$KZ_CACHE/speech.new
    mkdir -p "$KZ_CACHE/log" && : >"$log"
    if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && debian_keyring >/dev/null &&
        require_space "$KZ_CACHE" "$KZ_SPEECH_MEBIBYTES" "准备语音合成" "preparing speech" &&
        run_step "准备语音合成 espeak-ng（首次约 22 MB）" "Preparing speech, espeak-ng (once, about 22 MB)" "$log" \
            fetch_speech "$new"; then
        rm -rf "$KZ_CACHE/speech" && mv "$new" "$KZ_CACHE/speech" && return
    fi
    warn "未能取得语音合成程序 espeak-ng（记录见 $log）：平台照常运行，但没有录音文件的流程不会播放，来电直接排队；安装该软件包或以 KEZHENG_ESPEAK 指明程序后再启动。" \
        "The speech program espeak-ng could not be had (log: $log): everything runs, but flows whose prompts are not recorded are not played, and their callers queue at once; install that package, or name a program in KEZHENG_ESPEAK, and start again."
}

fetch_speech() {
    local new=$1 apt=$KZ_CACHE/speech.apt mirror keyring voices
    keyring=$(debian_keyring)
    rm -rf "$new" && mkdir -p "$new/bin" "$apt" && : >"$apt/status" || return 1
    for mirror in $(debian_mirrors); do
        private_apt "$apt" "$apt/status" "deb [signed-by=$keyring] $mirror $KZ_ASTERISK_SUITE main" || return 1
        (unpack_packages "$apt" "$new/root" espeak-ng) && break
    done
    write_runner "$new/bin/espeak-ng.plain" ../root usr/bin/espeak-ng || return 1
    voices=$(cd "$new/root" && echo usr/lib/*/espeak-ng-data) && [[ -d $new/root/$voices ]] || return 1
    cat >"$new/bin/espeak-ng" <<RUNNER || return 1
#!/bin/sh
here=\$(cd "\$(dirname "\$(readlink -f "\$0")")" && pwd) || exit 1
exec "\$here/espeak-ng.plain" --path="\$here/../root/${voices%/*}" "\$@"
RUNNER
    chmod 755 "$new/bin/espeak-ng" && speaks_chinese "$new/bin/espeak-ng" || return 1
    rm -rf "$apt" && chmod -R a+rX "$new"
}
