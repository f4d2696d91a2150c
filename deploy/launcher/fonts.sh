# The font of papers: one with Chinese and Latin letters that a PDF can carry within itself.

readonly KZ_FONT=wqy-microhei.ttc
readonly KZ_FONT_PACKAGE=fonts-wqy-microhei
readonly KZ_FONT_MEBIBYTES=64

# Sets KZ_FONT_FILE. A platform without the font runs and takes calls; it only makes no packs, and says why.
find_paper_font() {
    local file
    for file in "${KEZHENG_FONT:-}" /usr/share/fonts/truetype/wqy/$KZ_FONT \
        "$KZ_CACHE/tools/root/usr/share/fonts/truetype/wqy/$KZ_FONT" "$KZ_CACHE/fonts/$KZ_FONT"; do
        [[ -n $file && -r $file ]] && { KZ_FONT_FILE=$file; return; }
    done
    KZ_FONT_FILE=$KZ_CACHE/fonts/$KZ_FONT
    provision_paper_font
}

provision_paper_font() {
    local log=$KZ_CACHE/log/fonts.log new=$KZ_CACHE/fonts.new
    mkdir -p "$KZ_CACHE/log" && : >"$log"
    if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && debian_keyring >/dev/null &&
        require_space "$KZ_CACHE" "$KZ_FONT_MEBIBYTES" "准备字体" "preparing the font" &&
        run_step "准备证据文件的字体（首次约 2 MB）" "Preparing the font of papers (once, about 2 MB)" "$log" \
            fetch_paper_font "$new"; then
        rm -rf "$KZ_CACHE/fonts" && mv "$new" "$KZ_CACHE/fonts" && return
    fi
    warn "未能取得字体 $KZ_FONT_PACKAGE（记录见 $log）：平台照常运行，但无法制作证据包；安装该软件包或以 KEZHENG_FONT 指明字体后再启动。" \
        "The font $KZ_FONT_PACKAGE could not be had (log: $log): everything runs, but no packs can be made; install that package, or name a font in KEZHENG_FONT, and start again."
}

fetch_paper_font() {
    local new=$1 apt=$KZ_CACHE/fonts.apt mirror keyring
    keyring=$(debian_keyring)
    rm -rf "$new" && mkdir -p "$new" "$apt" && : >"$apt/status" || return 1
    for mirror in $(debian_mirrors); do
        private_apt "$apt" "$apt/status" "deb [signed-by=$keyring] $mirror $KZ_ASTERISK_SUITE main" || return 1
        (unpack_packages "$apt" "$new/root" "$KZ_FONT_PACKAGE") && break
    done
    cp "$new/root/usr/share/fonts/truetype/wqy/$KZ_FONT" "$new/$KZ_FONT" || return 1
    rm -rf "$apt" "$new/root" && chmod -R a+rX "$new"
}
