# Debian packages without installing them: a private apt state, dpkg-deb -x, and the packages' own loader.

# Where this machine gets Debian from: one candidate a line, best first. No host is named here.
debian_mirrors() {
    {
        apt-get indextargets --format '$(REPO_URI) $(ORIGIN)' 'Created-By: Packages' 'Component: main' 2>/dev/null |
            awk '$2 == "Debian" { print $1 }'
        cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
            awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /:\/\//) { print $i; break } }'
        cat /etc/apt/sources.list.d/*.sources 2>/dev/null |
            awk 'tolower($1) == "uris:" { for (i = 2; i <= NF; i++) print $i }'
    } | grep -v security | sed 's:/*$:/:' | awk '/debian\/$/ && !seen[$0]++'
}

debian_keyring() {
    local file
    for file in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp} /etc/apt/trusted.gpg.d/debian-archive-keyring.gpg; do
        [[ -r $file ]] && { printf '%s' "$file"; return 0; }
    done
    return 1
}

# Lays out an apt state that touches nothing of the machine's: private_apt DIR STATUS [SOURCES].
# Without SOURCES the machine's own sources are used. The machine's apt.conf.d stays in force (proxies, checks).
private_apt() {
    local dir=$1 status=$2 sources=${3:-}
    mkdir -p "$dir"/{etc/parts,state/lists/partial,cache/archives/partial} || return 1
    {
        printf 'Dir::State "%s/state";\nDir::State::Lists "%s/state/lists";\n' "$dir" "$dir"
        printf 'Dir::State::status "%s";\nDir::Cache "%s/cache";\n' "$status" "$dir"
        printf 'Debug::NoLocking "1";\nAPT::Install-Recommends "0";\nAcquire::Retries "3";\n'
        printf 'Acquire::Languages "none";\nAPT::Update::Post-Invoke-Success "";\n'
        printf 'APT::Sandbox::User "%s";\n' "$(id -un)"
        if [[ -n $sources ]]; then
            printf '%s\n' "$sources" >"$dir/etc/sources.list"
            printf 'Dir::Etc::SourceList "%s/etc/sources.list";\nDir::Etc::SourceParts "%s/etc/parts";\n' "$dir" "$dir"
        fi
    } >"$dir/apt.conf"
}

# Fetches packages with what they need, checks them by apt's signatures, and unpacks them:
# unpack_packages APTDIR ROOT PACKAGE...
unpack_packages() {
    local dir=$1 root=$2 package
    shift 2
    export APT_CONFIG=$dir/apt.conf DEBIAN_FRONTEND=noninteractive
    apt-get -q update || return 1
    apt-get -q -y -d install "$@" || return 1
    mkdir -p "$root" || return 1
    for package in "$dir"/cache/archives/*.deb; do
        dpkg-deb -x "$package" "$root" || return 1
    done
}

# A script that runs an unpacked program with the loader and libraries it was unpacked with, wherever the folder
# is moved: write_runner FILE ROOT-RELATIVE-TO-FILE PROGRAM.
write_runner() {
    cat >"$1" <<RUNNER
#!/bin/sh
root=\$(cd "\$(dirname "\$(readlink -f "\$0")")/$2" && pwd) || exit 1
for loader in "\$root"/usr/lib/*/ld-linux*.so.[0-9]; do
    libraries=\${loader%/*}
done
exec "\$loader" --library-path "\$libraries:\$root/usr/lib:\$libraries/pulseaudio" \\
    --argv0 "${3##*/}" "\$root/$3" "\$@"
RUNNER
    chmod 755 "$1"
}
