# The database: a private PostgreSQL on loopback, or a server that KEZHENG_DATABASE_URL names.

readonly KZ_POSTGRES_MINIMUM=15
readonly KZ_POSTGRES_ARTIFACT=io.zonky.test.postgres:embedded-postgres-binaries-linux
readonly KZ_POSTGRES_VERSION=18.6.0

# Sets KZ_POSTGRES_BIN: the installed programs that fit, of the data's own version when data exist; otherwise fetched.
find_postgres() {
    local bin wanted='' best=0
    [[ -e $KZ_POSTGRES/PG_VERSION ]] && wanted=$(tr -cd '0-9' <"$KZ_POSTGRES/PG_VERSION")
    KZ_POSTGRES_BIN=
    for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$(dirname "$(command -v postgres 2>/dev/null || echo /)")"; do
        consider_postgres "$bin"
    done
    [[ -n $KZ_POSTGRES_BIN ]] || consider_postgres "$KZ_CACHE/postgres/bin"
    [[ -n $KZ_POSTGRES_BIN ]] && return
    if [[ -n $wanted && $wanted != "${KZ_POSTGRES_VERSION%%.*}" ]]; then
        die 3 "数据由 PostgreSQL $wanted 写成，但未找到该版本：请安装软件包 postgresql-$wanted。" \
            "The data were written by PostgreSQL $wanted, which was not found: install the package postgresql-$wanted."
    fi
    fetch_postgres
}

# Takes the newest that is new enough, or for data that exist the one that wrote them.
consider_postgres() {
    local found
    found=$(postgres_major "$1") || return 0
    if [[ -n $wanted ]]; then
        [[ $found == "$wanted" ]] || return 0
    else
        ((found >= KZ_POSTGRES_MINIMUM && found > best)) || return 0
    fi
    KZ_POSTGRES_BIN=$1 best=$found
}

postgres_major() {
    [[ -x $1/postgres && -x $1/initdb ]] && "$1/postgres" --version | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p'
}

fetch_postgres() {
    local log=$KZ_CACHE/log/postgres.log
    mkdir -p "$KZ_CACHE/log" && : >"$log"
    find_maven
    run_step "准备 PostgreSQL（首次约 15 MB）" "Preparing PostgreSQL (once, about 15 MB)" "$log" unpack_postgres || {
        show_log_end "$log" 8
        die 3 "缺少 PostgreSQL 15 或更新版本：请安装软件包 postgresql，或以 KEZHENG_DATABASE_URL 指明服务器。" \
            "PostgreSQL 15 or newer is missing: install the package postgresql, or name a server in KEZHENG_DATABASE_URL."
    }
    KZ_POSTGRES_BIN=$KZ_CACHE/postgres/bin
}

unpack_postgres() {
    local new=$KZ_CACHE/postgres.new machine=amd64
    [[ $(uname -m) == aarch64 ]] && machine=arm64v8
    rm -rf "$new" && mkdir -p "$new" || return 1
    run_maven -q dependency:copy -Dartifact="$KZ_POSTGRES_ARTIFACT-$machine:$KZ_POSTGRES_VERSION" \
        -DoutputDirectory="$new/jar" || return 1
    (cd "$new" && "$KZ_JAVA_HOME/bin/jar" xf jar/*.jar && tar -xJf ./*.txz && rm -rf jar ./*.txz META-INF) || return 1
    chmod -R a+rX "$new" && postgres_major "$new/bin" && rm -rf "$KZ_CACHE/postgres" && mv "$new" "$KZ_CACHE/postgres"
}

# Starts the database unless it runs, and makes it first. Sets KZ_DATABASE_ADDRESS (host:port/name) and KZ_ADMIN_USER.
start_database() {
    if [[ -n ${KEZHENG_DATABASE_URL:-} ]]; then
        use_external_database
        return
    fi
    KZ_DATABASE_ADDRESS=127.0.0.1:$KZ_POSTGRES_PORT/kezheng KZ_ADMIN_USER=kezheng_admin
    is_live postgres && return 0
    require_port tcp "$KZ_POSTGRES_PORT" "数据库" "the database"
    find_postgres
    [[ -e $KZ_POSTGRES/PG_VERSION ]] || make_cluster
    ensure_roles
    launch_postgres || wait_until 10 launch_postgres || {
        show_log_end "$KZ_LOG/postgres.log" 8
        die 5 "数据库未能启动，记录见 $KZ_LOG/postgres.log。" "The database did not start; see $KZ_LOG/postgres.log."
    }
}

# Made beside its place and moved there whole, so that an interrupted first start leaves nothing half made.
# The access rules are replaced before any server has run with those that initdb writes.
make_cluster() {
    local new=$KZ_POSTGRES.new log=$KZ_LOG/postgres.log locale=C
    locale -a 2>/dev/null | grep -qi '^C\.utf-\?8$' && locale=C.UTF-8
    rm -rf "$new" "$KZ_PGPASS" && mkdir -m 700 "$new" || die 5 "无法写入 $new。" "$new cannot be written."
    [[ -z $KZ_POSTGRES_USER ]] || chown "$KZ_POSTGRES_USER" "$new"
    run_step "建立数据库" "Making the database" "$log" as_postgres "$KZ_POSTGRES_BIN/initdb" -D "$new" --no-sync \
        -U kezheng_admin --auth=trust -E UTF8 --locale="$locale" || {
        show_log_end "$log" 8
        die 5 "数据库未能建立，记录见 $log。" "The database could not be made; see $log."
    }
    printf 'host all all 127.0.0.1/32 scram-sha-256\n' | write_private "$new/pg_hba.conf" "$KZ_POSTGRES_USER" &&
        mv "$new" "$KZ_POSTGRES"
}

as_postgres() {
    (cd / && as_user "$KZ_POSTGRES_USER" env -i PATH="$PATH" HOME=/ LANG=C TZ=UTC "$@")
}

# Roles and passwords are written while the server is down, by the server's single-user mode: no client is needed.
ensure_roles() {
    local admin owner app said
    [[ -s $KZ_PGPASS ]] && grep -q "^127.0.0.1:$KZ_POSTGRES_PORT:" "$KZ_PGPASS" && return
    if [[ -s $KZ_PGPASS ]]; then
        sed "s/^127\.0\.0\.1:[0-9]*:/127.0.0.1:$KZ_POSTGRES_PORT:/" "$KZ_PGPASS" | write_private "$KZ_PGPASS"
        return
    fi
    admin=$(random_secret) owner=$(random_secret) app=$(random_secret)
    said=$({
        role_sql "$admin" "$owner" "$app" | tr '\n' ' '
        printf '\nCREATE DATABASE kezheng OWNER kezheng_owner\n'
    } | as_postgres "$KZ_POSTGRES_BIN/postgres" --single -D "$KZ_POSTGRES" -c log_min_error_statement=panic postgres 2>&1)
    if grep -E 'ERROR|FATAL|PANIC' <<<"$said" | grep -qv 'database "kezheng" already exists'; then
        printf '%s\n' "$said" >>"$KZ_LOG/postgres.log"
        die 5 "数据库的角色未能建立，记录见 $KZ_LOG/postgres.log。" \
            "The database's roles could not be made; see $KZ_LOG/postgres.log."
    fi
    write_pgpass 127.0.0.1 "$KZ_POSTGRES_PORT" kezheng_admin "$admin" "$owner" "$app"
}

# Neither the owner of the tables nor the application may pass over row-level security.
role_sql() {
    cat <<SQL
DO \$\$ BEGIN
IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kezheng_owner') THEN CREATE ROLE kezheng_owner; END IF;
IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kezheng_app') THEN CREATE ROLE kezheng_app; END IF;
ALTER ROLE kezheng_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD '$2';
ALTER ROLE kezheng_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD '$3';
${1:+ALTER ROLE kezheng_admin PASSWORD '$1';}
END \$\$
SQL
}

# write_pgpass HOST PORT ADMIN ADMIN-PASSWORD OWNER-PASSWORD APP-PASSWORD
write_pgpass() {
    printf '%s\n' "$1:$2:*:$3:$4" "$1:$2:*:kezheng_owner:$5" "$1:$2:*:kezheng_app:$6" | write_private "$KZ_PGPASS"
}

# Terse errors: their details would hold the values of rows.
launch_postgres() {
    start_process postgres "$KZ_POSTGRES_USER" "$KZ_LOG/postgres.log" \
        env -i PATH="$PATH" LANG=C TZ=UTC "$KZ_POSTGRES_BIN/postgres" -D "$KZ_POSTGRES" -p "$KZ_POSTGRES_PORT" \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60 -c shared_buffers=64MB \
        -c max_wal_size=256MB -c timezone=UTC -c log_timezone=UTC -c log_error_verbosity=terse \
        -c log_min_error_statement=panic -c password_encryption=scram-sha-256 || return 1
    wait_until 30 postgres_has_settled
    [[ $(sed -n 8p "$KZ_POSTGRES/postmaster.pid" 2>/dev/null) == ready* ]] && is_live postgres
}

postgres_has_settled() {
    is_gone postgres || [[ $(sed -n 8p "$KZ_POSTGRES/postmaster.pid" 2>/dev/null) == ready* ]]
}

stop_postgres() {
    stop_process postgres INT 20
}

# A server elsewhere: its administrator's URL makes the two roles; their passwords stay in our own pass file.
use_external_database() {
    local url=${KEZHENG_DATABASE_URL#jdbc:} host port name password owner app
    [[ $url =~ ^postgres(ql)?://([^:@/]+):([^@/]*)@([^:/?]+)(:([0-9]+))?/([A-Za-z0-9_]+)$ ]] || die 2 \
        "KEZHENG_DATABASE_URL 应为 postgresql://管理员:口令@主机:端口/库名" \
        "KEZHENG_DATABASE_URL reads postgresql://ADMINISTRATOR:PASSWORD@HOST:PORT/DATABASE"
    KZ_ADMIN_USER=${BASH_REMATCH[2]} password=${BASH_REMATCH[3]} host=${BASH_REMATCH[4]}
    port=${BASH_REMATCH[6]:-5432} name=${BASH_REMATCH[7]}
    KZ_DATABASE_ADDRESS=$host:$port/$name
    grep -qs "^$host:$port:.*:kezheng_app:" "$KZ_PGPASS" && return
    command -v psql >/dev/null || die 3 "缺少 psql：请安装软件包 postgresql-client。" \
        "psql is missing: install the package postgresql-client."
    owner=$(random_secret) app=$(random_secret)
    write_pgpass "$host" "$port" "$KZ_ADMIN_USER" "$password" "$owner" "$app"
    {
        role_sql '' "$owner" "$app"
        printf ';\nALTER DATABASE %s OWNER TO kezheng_owner;\nGRANT ALL ON SCHEMA public TO kezheng_owner;\n' "$name"
    } | PGPASSFILE=$KZ_PGPASS psql -X -q -v ON_ERROR_STOP=1 -h "$host" -p "$port" -U "$KZ_ADMIN_USER" -d "$name" \
        >>"$KZ_LOG/postgres.log" 2>&1 || {
        rm -f "$KZ_PGPASS"
        die 5 "无法在 $host:$port 建立角色，记录见 $KZ_LOG/postgres.log。" \
            "The roles could not be made on $host:$port; see $KZ_LOG/postgres.log."
    }
}
