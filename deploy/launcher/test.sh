# The tests, and what they need beyond the product: SIPp, Chromium, a Chinese font.

command_test() {
    local chromium
    set_users
    set_cache
    find_java
    find_maven
    find_node
    take_workshop
    find_asterisk
    find_speech
    set_paths "$KZ_HOME/.kezheng/none"
    find_postgres
    provide_tools sipp chromium fonts
    chromium=$(find_chromium)
    # The tests start the platform that this very run has packaged; it is not built twice.
    export KEZHENG_REACTOR_BUILD KEZHENG_JAVA_HOME=$KZ_JAVA_HOME KEZHENG_CACHE=$KZ_CACHE
    KEZHENG_REACTOR_BUILD=$(source_hash)
    is_running_app "$KZ_HOME/dist/app-$KEZHENG_REACTOR_BUILD" || rm -rf "$KZ_HOME/dist/app-$KEZHENG_REACTOR_BUILD"
    run_maven verify "-Dkezheng.launcher=$KZ_HOME/kezheng" "-Dkezheng.sipp=$KZ_SIPP" \
        "-Dkezheng.chromium=$chromium" "$@" || exit 1
    # What was packaged while somebody edited is of no one version.
    [[ $(source_hash) == "$KEZHENG_REACTOR_BUILD" ]] || rm -rf "$KZ_HOME/dist/app-$KEZHENG_REACTOR_BUILD"
}

find_chromium() {
    local name
    for name in "${KEZHENG_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "$KZ_CACHE/tools/bin/chromium"; do
        [[ -n $name ]] && command -v "$name" && return 0
    done
    return 1
}

# The characters that screenshots show: any font that has them.
find_fonts() {
    compgen -G '/usr/share/fonts/truetype/wqy/*' >/dev/null || compgen -G '/usr/share/fonts/opentype/noto/*CJK*' >/dev/null ||
        compgen -G "$KZ_CACHE/tools/root/usr/share/fonts/truetype/wqy/*" >/dev/null ||
        { command -v fc-list >/dev/null && [[ -n $(fc-list :lang=zh-cn 2>/dev/null) ]]; }
}

package_of() {
    case $1 in
        sipp) printf 'sip-tester' ;;
        chromium) printf 'chromium' ;;
        fonts) printf 'fonts-wqy-microhei' ;;
    esac
}

# Provides tools that are not there: provide_tools sipp|chromium|fonts ... Installed by apt where we may, unpacked into
# the cache where we may not; what cannot be had is an error and never a skipped test.
provide_tools() {
    local tool missing=() packages=() log=$KZ_CACHE/log/tools.log
    for tool in "$@"; do
        "find_$tool" >/dev/null || { missing+=("$tool"); packages+=("$(package_of "$tool")"); }
    done
    ((${#missing[@]})) || return 0
    mkdir -p "$KZ_CACHE/log" && : >"$log"
    command -v apt-get >/dev/null || die 3 "缺少 ${packages[*]}，且本机没有 apt：请自行安装。" \
        "Missing: ${packages[*]}, and this machine has no apt: install them."
    require_space "$KZ_CACHE" 1536 "准备测试工具" "preparing the test tools"
    run_step "准备测试工具：${packages[*]}" "Preparing test tools: ${packages[*]}" "$log" fetch_tools "${packages[@]}"
    for tool in "${missing[@]}"; do
        "find_$tool" >/dev/null && continue
        show_log_end "$log" 8
        die 3 "缺少 $(package_of "$tool")，未能取得（记录见 $log）：请安装软件包 $(package_of "$tool")。" \
            "$(package_of "$tool") is missing and could not be had (log: $log): install the package $(package_of "$tool")."
    done
}

fetch_tools() {
    local root=()
    ((EUID == 0)) || root=(sudo -n)
    if ((EUID == 0)) || sudo -n true 2>/dev/null; then
        install_tools "$@" && return
    fi
    unpack_tools "$@"
}

install_tools() {
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" && return
    "${root[@]}" apt-get -q update
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"
}

# Against what this machine has installed, so that only the missing packages come.
unpack_tools() {
    local apt=$KZ_CACHE/tools.apt new=$KZ_CACHE/tools
    rm -rf "$apt" && mkdir -p "$apt" "$new/bin" && private_apt "$apt" /var/lib/dpkg/status || return 1
    (unpack_packages "$apt" "$new/root" "$@") || return 1
    rm -rf "$apt"
    write_fonts_configuration "$new"
    [[ ! -x $new/root/usr/bin/sipp ]] || write_wrapper "$new/bin/sipp" usr/bin/sipp
    [[ ! -x $new/root/usr/lib/chromium/chromium ]] || write_wrapper "$new/bin/chromium" usr/lib/chromium/chromium
}

write_fonts_configuration() {
    cat >"$1/fonts.conf" <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>$1/root/usr/share/fonts</dir></fontconfig>
FONTS
}

# The machine's own loader and libraries, and beside them the unpacked ones: write_wrapper FILE PROGRAM.
write_wrapper() {
    cat >"$1" <<WRAPPER
#!/bin/sh
tools=\$(cd "\$(dirname "\$(readlink -f "\$0")")/.." && pwd) || exit 1
for libraries in "\$tools"/root/usr/lib/*-linux-gnu*; do
    LD_LIBRARY_PATH=\$libraries:\$libraries/pulseaudio\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}
done
export LD_LIBRARY_PATH FONTCONFIG_FILE="\$tools/fonts.conf"
exec "\$tools/root/$2" "\$@"
WRAPPER
    chmod 755 "$1"
}
