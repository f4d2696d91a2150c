# What tries the engine out and needs no instance: simulation and benchmarks.

# command_lab CLASS ARGUMENT...
command_lab() {
    local main=$1
    shift
    set_cache
    find_java
    ensure_lab
    # shellcheck disable=SC2086 # several options in one variable
    "$KZ_JAVA_HOME/bin/java" -XX:+UseSerialGC ${KEZHENG_JAVA_OPTS:-} -cp "$KZ_LAB/*" "$main" "$@"
}

# command_bench WHICH ARGUMENT...
command_bench() {
    if [[ ${1:-} == jmh ]]; then
        command_lab org.openjdk.jmh.Main "${@:2}"
    else
        command_lab org.kezheng.benchmarks.cli.Bench "$@"
    fi
}

# The long run: ten million events for each of a few seeds, which a later run does not repeat unless it is told to.
command_soak() {
    local seed=$RANDOM$RANDOM
    while (($#)); do
        case $1 in
            --seed) (($# > 1)) || usage_error "$1"; seed=$2; shift ;;
            *) usage_error "$1" ;;
        esac
        shift
    done
    [[ $seed =~ ^[0-9]{1,15}$ ]] || usage_error "--seed $seed"
    for seed in "$seed" $((seed + 1)) $((seed + 2)); do
        command_lab org.kezheng.simulation.cli.Simulate --seed "$seed" --events 10000000 || return
    done
    mutate_engine
}

# Changes the engine in small ways, one at a time, and counts how many of the changes a test notices.
mutate_engine() {
    local log=$KZ_HOME/dist/mutation.log
    find_maven
    run_step "对路由引擎作变异测试（约半小时）" "Mutation tests of the routing engine (some half an hour)" "$log" \
        run_maven -Pmutation -Djacoco.skip process-test-classes \
        -pl verification/testkit,acd-core/engine,acd-core/journal,verification/simulation,verification/reference || {
        show_log_end "$log"
        die 1 "变异测试未达标，完整记录见 $log。" "The mutation tests fell short; the whole log is $log."
    }
    grep -E '^>> (Generated|Mutations with|Line)' "$log"
}

# Sets KZ_LAB to a directory of jars, and builds them first when their sources have changed.
ensure_lab() {
    KZ_LAB=$KZ_HOME/dist/lab-$(hash_of pom.xml .mvn acd-core verification/simulation verification/reference \
        verification/benchmarks)
    [[ -e $KZ_LAB/complete ]] && return
    take_workshop
    [[ -e $KZ_LAB/complete ]] || build_lab
    leave_workshop
}

build_lab() {
    local log=$KZ_HOME/dist/lab.log
    mkdir -p "$KZ_HOME/dist" && : >"$log"
    if [[ -z ${KEZHENG_REACTOR_BUILD:-} ]]; then
        find_maven
        run_step "构建模拟与基准程序" "Building simulation and benchmarks" "$log" run_maven -q -DskipTests -Djacoco.skip \
            -pl verification/simulation,verification/benchmarks -am package || {
            show_log_end "$log"
            die 1 "构建失败，完整记录见 $log。" "The build failed; the whole log is $log."
        }
    fi
    rm -rf "$KZ_HOME"/dist/lab-*
    mkdir "$KZ_LAB" && cp "$KZ_HOME"/acd-core/{engine/target/kezheng-acd-engine,journal/target/kezheng-acd-journal}-*.jar \
        "$KZ_HOME"/verification/{simulation/target/kezheng-simulation,reference/target/kezheng-reference,benchmarks/target/kezheng-benchmarks}-*.jar \
        "$KZ_HOME"/verification/benchmarks/target/lab/*.jar "$KZ_LAB" && : >"$KZ_LAB/complete" ||
        die 1 "构建结果不完整，记录见 $log。" "The build left nothing to run; see $log."
}
