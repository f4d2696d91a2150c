# Help.

usage_error() {
    die 2 "不认识的用法：$1（./kezheng help 有说明）。" "Not understood: $1 (./kezheng help explains)."
}

print_help() {
    if [[ $KZ_LANG == zh ]]; then
        cat <<'HELP'
用法：./kezheng 命令 [选项]

  up        构建（如有改动）并启动平台，直到 Ctrl-C；已在运行的部分保持不动
              --detach      就绪后返回
              --data DIR    数据目录（默认 .kezheng/data）
              --port N      控制台端口（默认 8443；其余端口为 N+10 与 N+20 至 N+26）
              --empty       新的数据目录中不放示范数据
              --callers N   让 N 位示范来电者拨入
  status    显示运行情况；--json 给程序使用；--data DIR 指明哪一个
  down      停止全部进程；--data DIR 指明哪一个
  test      运行全部测试，真实的 Asterisk、PostgreSQL 与 Chromium 在内
  rebuild   由日志重建数据库中的全部投影；--data DIR 指明哪一个
  verify    核验证据包、账本导出或日志目录：verify 路径 --trust 公钥.pem [--checkpoint 文件] [--ledger 文件]
  replay    --call ID 解释一次分配（--json 输出数据）；--verify 重放并核对；--data DIR 指明哪一个
              --call ID --what-if without-chosen  若无被选者，会派给谁
              --what-if 文件 [--day 日期]         以另一份站点定义（格式同 site.json）推演一天，报告差别
  flow      check 文件：检查来电流程，列出全部错误；try 文件：不用电话试走流程（docs/flows.md）
              [--at 时间] [--keys "1 880000# 0"] [--facts known,vip] [--verified 密码]
              [--holidays 文件] [--queues 代码]；--data DIR 指明按哪一份节假日日历
  simulate  以随机种子运行路由引擎，每条命令后检查全部不变量：[--seed N] [--events M] [--json | --table | --strategies] [--trace 文件]
  bench     acd：路由引擎的性能，与朴素引擎并排测量：[--size 坐席,技能,等待] [--mode backlog|idle] [--commands N] [--json]
              host：宿主的空闲开销、往返时延、每条命令的字节数与启动时间：[--directory DIR] [--seconds N] [--json]
              jmh：单项操作，参数同 JMH
  soak      长时间运行：三个种子各一千万个事件的模拟（--seed N 指定第一个），再对路由引擎作变异测试
  help      显示本说明

退出码：0 完成  1 未成立或失败  2 用法  3 缺少须安装之物  4 被锁定或端口被占  5 数据或密钥损坏、缺失或磁盘已满
环境变量：KEZHENG_JAVA_HOME  KEZHENG_JAVA_OPTS  KEZHENG_ASTERISK  KEZHENG_DATABASE_URL  KEZHENG_CACHE  KEZHENG_SPOOL
HELP
    else
        cat <<'HELP'
Usage: ./kezheng COMMAND [OPTIONS]

  up        builds what has changed and starts the platform, until Ctrl-C; what already runs is left alone
              --detach      returns when it is ready
              --data DIR    the data directory (default .kezheng/data)
              --port N      the console's port (default 8443; the others are N+10 and N+20 to N+26)
              --empty       no demonstration data in a new data directory
              --callers N   keeps N demonstration callers on the line
  status    says what runs; --json for programs; --data DIR says which
  down      stops every process; --data DIR says which
  test      runs all tests, those with the real Asterisk, PostgreSQL and Chromium included
  rebuild   makes all projections in the database anew from the journal; --data DIR says which
  verify    checks a pack, an export of the ledger, a journal: verify PATH --trust KEY.pem [--checkpoint F] [--ledger F]
  replay    --call ID explains an assignment (--json: as data); --verify replays and compares; --data DIR says which
              --call ID --what-if without-chosen  who would have been chosen otherwise
              --what-if FILE [--day DATE]         models a day under another site definition (like site.json)
  flow      check FILE lists every error of a callers' flow; try FILE leads through it without a phone (docs/flows.md)
              [--at TIME] [--keys "1 880000# 0"] [--facts known,vip] [--verified CODE]
              [--holidays FILE] [--queues CODES]; --data DIR says by whose calendar of holidays
  simulate  lives of the routing engine from a seed, with every invariant checked after every command:
              [--seed N] [--events M] [--json | --table | --strategies] [--trace FILE]
  bench     acd: figures of the routing engine, side by side with the naive one:
              [--size AGENTS,SKILLS,WAITING] [--mode backlog|idle] [--commands N] [--rounds N] [--seed N] [--json]
            host: idle CPU, round trips, bytes a command, and how long a start takes:
              [--directory DIR] [--seconds N] [--commands N] [--rounds N] [--json]
            jmh: single operations; takes the options of JMH
  soak      the long run: simulations of ten million events from three seeds (--seed N names the first), then
              mutation tests of the routing engine
  help      this text

Exit codes: 0 done  1 disproved or failed  2 usage  3 something must be installed  4 locked, or a port taken
            5 data or key damaged or absent, or the disk full
Environment: KEZHENG_JAVA_HOME  KEZHENG_JAVA_OPTS  KEZHENG_ASTERISK  KEZHENG_DATABASE_URL  KEZHENG_CACHE  KEZHENG_SPOOL
HELP
    fi
}
