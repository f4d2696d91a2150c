# The commands that are neither up, down nor test.

command_status() {
    local data='' form=text
    while (($#)); do
        case $1 in
            --json) form=json ;;
            --data) (($# > 1)) || usage_error "$1"; data=$2; shift ;;
            *) usage_error "$1" ;;
        esac
        shift
    done
    set_cache
    choose_instance "$data"
    choose_port ''
    adopt_processes
    "status_$form"
}

# Hands over to a command of the product, on the data of one instance: command_product CLASS ARGUMENT...
command_product() {
    local main=$1 data='' arguments=()
    shift
    while (($#)); do
        case $1 in
            --data) (($# > 1)) || usage_error "$1"; data=$2; shift ;;
            *) arguments+=("$1") ;;
        esac
        shift
    done
    set_cache
    choose_instance "$data"
    [[ -r $KZ_RUN/platform.properties ]] || die 5 "$KZ_DATA 中没有数据：请先执行 ./kezheng up。" \
        "There are no data in $KZ_DATA: ./kezheng up first."
    find_java
    ensure_build
    [[ $main != Rebuild ]] || lend_database
    run_cli "$main" --properties "$KZ_RUN/platform.properties" "${arguments[@]}"
}

# The verifier, which needs no instance: what it is given is all that it reads.
command_verify() {
    local language=(--lang "$KZ_LANG") argument
    for argument in "$@"; do
        [[ $argument == --lang ]] && language=()
    done
    set_cache
    find_java
    ensure_build
    "$KZ_JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$KZ_APP/verify.jar" "$@" "${language[@]}"
}

# Callers' flows: checked, or tried without a telephone, by the calendar of one instance. Needs no instance: without one
# there are the years that ship.
command_flow() {
    local language=(--lang "$KZ_LANG") data='' arguments=()
    [[ ${1:-} == check || ${1:-} == try ]] && (($# > 1)) || usage_error "flow ${*:-}"
    while (($#)); do
        case $1 in
            --data) (($# > 1)) || usage_error "$1"; data=$2; shift ;;
            --lang) language=(); arguments+=("$1") ;;
            *) arguments+=("$1") ;;
        esac
        shift
    done
    set_cache
    choose_instance "$data"
    find_java
    ensure_build
    KZ_PGPASS='' run_cli FlowCommand "${arguments[@]}" --data "$KZ_DATA" "${language[@]}"
}

# Has the database run for the length of one command, when the platform is down.
lend_database() {
    set_ports "$(sed -n 's/^kezheng.http-port=//p' "$KZ_RUN/platform.properties")"
    set_users
    adopt_processes
    is_live postgres && return
    prepare_data
    take_lock 10
    trap stop_postgres EXIT
    start_database
}

# For work on the PBX's configuration: the PBX alone, with a certificate for the day. pbx_alone [stop] [--data] [--port]
pbx_alone() {
    local data='' port='' stop=no
    while (($#)); do
        case $1 in
            --data) data=$2; shift ;;
            --port) port=$2; shift ;;
            stop) stop=yes ;;
        esac
        shift
    done
    set_users
    set_cache
    choose_instance "${data:-$KZ_HOME/.kezheng/pbx}"
    choose_port "$port"
    find_asterisk
    prepare_data
    take_lock 10
    [[ $stop == no ]] || { stop_pbx; return; }
    if [[ ! -e $KZ_KEYS/tls/server.pem ]]; then
        mkdir -p "$KZ_KEYS/tls" && chmod 700 "$KZ_KEYS" && openssl req -x509 -newkey ec \
            -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=127.0.0.1 \
            -addext 'subjectAltName=IP:127.0.0.1,DNS:localhost' \
            -keyout "$KZ_KEYS/tls/server.key" -out "$KZ_KEYS/tls/server.pem" 2>/dev/null
    fi
    remember_instance
    start_pbx
    live_pid pbx
}
