#!/usr/bin/env bash
# Diễn tập khôi phục · A restore drill: a PostgreSQL of its own, backed up by pg_basebackup and an
# archive of WAL, is lost and restored twice: to a point in time, and to its end. Shows what the head
# guard, the verifier and the vault say each time, opens a successor where entries are lost, and fails
# if that is not what docs/backup.md says.
# Touches nothing but its own folder and its own processes.
set -euo pipefail

usage() {
  cat <<'TEXT'
scripts/restore-drill.sh [--bin DIR] [--work DIR] [--keep]
  --bin DIR   programs of PostgreSQL ≥ 15 (initdb, pg_ctl, pg_basebackup, pg_verifybackup, psql);
              by default the newest under /usr/lib/postgresql, else those of the PATH
  --work DIR  an empty or new folder for everything; by default a temporary one
  --keep      keep that folder
Build the jars first: mvn -DskipTests package
TEXT
}

bin= work= keep=false
while [ $# -gt 0 ]; do
  case "$1" in
    --bin) bin=${2:?--bin DIR}; shift 2 ;;
    --work) work=${2:?--work DIR}; shift 2 ;;
    --keep) keep=true; shift ;;
    --help | -h) usage; exit 0 ;;
    *) echo "unknown: $1" >&2; usage >&2; exit 2 ;;
  esac
done

top=$(cd "$(dirname "$0")/.." && pwd)
service_jar=${DRILL_SERVICE_JAR:-$top/ledger-service/target/ledger-service.jar}
verifier_jar=${DRILL_VERIFIER_JAR:-$top/verifier/target/verifier.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

stop() { echo "restore-drill: $*" >&2; exit 2; }
for jar in "$service_jar" "$verifier_jar"; do
  [ -f "$jar" ] || stop "$jar is not there: mvn -DskipTests package"
done
if [ -z "$bin" ]; then
  for each in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V); do
    [ -x "$each/pg_basebackup" ] && [ -x "$each/postgres" ] && bin=$each
  done
fi
if [ -z "$bin" ] && command -v pg_basebackup >/dev/null; then
  bin=$(dirname "$(readlink -f "$(command -v pg_basebackup)")")
fi
for program in initdb pg_ctl pg_basebackup pg_verifybackup psql; do
  [ -x "$bin/$program" ] || stop "no $program: install PostgreSQL ≥ 15, server and client, or name it by --bin"
done
command -v curl >/dev/null || stop "no curl"

if [ -n "$work" ]; then
  mkdir -p "$work"
  [ -z "$(ls -A "$work")" ] || stop "$work is not empty"
  work=$(cd "$work" && pwd)
else
  work=$(mktemp -d)
fi
chmod 0755 "$work"
mkdir -m 0700 "$work/server" "$work/archive" "$work/base" "$work/outside" "$work/auditor"

# PostgreSQL refuses to run as root: then the user that its packages make does.
as_postgres=()
if [ "$(id -u)" = 0 ]; then
  id postgres >/dev/null 2>&1 || stop "run it as another user than root, or make the user postgres"
  as_postgres=(runuser -u postgres --)
  "${as_postgres[@]}" test -x "$work" || stop "the user postgres cannot reach $work"
  chown postgres "$work/server" "$work/archive" "$work/base"
fi

service=
server=
end_all() {
  local status=$?
  [ -z "$service" ] || { kill "$service" 2>/dev/null && wait "$service" 2>/dev/null; } || true
  [ -z "$server" ] || pg pg_ctl -D "$server" -m immediate -s stop >/dev/null 2>&1 || true
  if $keep || [ $status -ne 0 ]; then
    echo "$work"
  else
    rm -rf "$work"
  fi
}
trap end_all EXIT
trap 'exit 130' INT TERM

pg() { local program=$1; shift; (cd "$work" && ${as_postgres[@]+"${as_postgres[@]}"} "$bin/$program" "$@"); }
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo $port; return; }
  done
}
sql() { pg psql -X -A -t -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$db_port" -U postgres -d "$1" -c "$2"; }

step() { printf '\n%s  %s\n' "$(date -u +%H:%M:%S)" "$*"; }
seen() { printf '  ✓ %s\n' "$*"; }
wrong() { printf '  ✗ %s\n' "$*" >&2; exit 1; }
# expect WHAT PATTERN TEXT
expect() {
  if grep -qE -- "$2" <<<"$3"; then seen "$1"; else wrong "$1: $3"; fi
}
until_true() { # until_true WHAT COMMAND…: at most two minutes
  local what=$1 deadline=$((SECONDS + 120))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $deadline ] || wrong "$what"
    sleep 0.2
  done
}

start_server() { # start_server DIR [SETTING…]
  server=$1
  shift
  db_port=$(free_port)
  {
    echo "listen_addresses = '127.0.0.1'"
    echo "unix_socket_directories = ''"
    echo "port = $db_port"
    printf '%s\n' "$@"
  } | ${as_postgres[@]+"${as_postgres[@]}"} tee -a "$server/postgresql.conf" >/dev/null
  pg pg_ctl -D "$server" -l "$server.log" -s -w -t 120 start
}
stop_server() { pg pg_ctl -D "$server" -m "$1" -s -w stop; server=; }

start_service() { # start_service NUMBER [SETTING…]
  http_port=$(free_port)
  log="$work/service-$1.log"
  shift
  (
    cd "$work"
    export SPRING_DATASOURCE_PASSWORD=unused SPRING_FLYWAY_PASSWORD=unused LEDGER_READER_PASSWORD=unused
    exec "$java" -XX:TieredStopAtLevel=1 -Xmx512m --enable-native-access=ALL-UNNAMED \
      --sun-misc-unsafe-memory-access=allow -jar "$service_jar" \
      --server.port="$http_port" --server.address=127.0.0.1 --ledger.data-dir="$work/data" \
      --ledger.public-url=http://127.0.0.1:"$http_port" \
      --ledger.heads-dir="$work/outside/heads" \
      --ledger.vault.erased-file="$work/outside/erased-keys" \
      --spring.datasource.url=jdbc:postgresql://127.0.0.1:"$db_port"/ledger \
      --spring.datasource.username=ledger_writer --spring.flyway.user=ledger_owner \
      --ledger.reader.username=ledger_reader "$@"
  ) >"$log" 2>&1 &
  service=$!
  local deadline=$((SECONDS + 180))
  until curl -sf "http://127.0.0.1:$http_port/actuator/health" >/dev/null 2>&1; do
    kill -0 "$service" 2>/dev/null || { tail -20 "$log" >&2; wrong "the service does not start"; }
    [ $SECONDS -lt $deadline ] || wrong "the service does not answer"
    sleep 0.3
  done
}
stop_service() { kill "$service"; wait "$service" || true; service=; }

password() { sed -n "s/^$1: //p" "$work/data/credentials.txt"; }
ledger=demo
api() { # api USER PATH [BODY]
  curl -sS -K - "http://127.0.0.1:$http_port/api/v1/ledgers/$ledger$2" \
    ${3:+-H "Content-Type: application/json" -d "$3"} <<<"user = \"$1:$(password "$1")\""
}
member() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }
record() {
  api legal /requests '{"receivedAt":"'"$(date -u +%Y-%m-%dT%H:%M:%SZ)"'","channel":"OFFICIAL_LETTER",
    "requestingAgency":{"code":"CQDT-VIDU","kind":"INVESTIGATION_AGENCY"},"documentNumber":"'"$1"'/VD",
    "subject":"Diễn tập (ví dụ)","legalBasis":"L116-2025-25","caseType":"CRIMINAL","urgency":"NORMAL",
    "secrecy":"NORMAL","items":[{"kind":"SUBSCRIBER_DATA","targets":[{"identifier":"0900000001"}],
    "fields":["SUBSCRIBER_NAME"],"maximumRecords":1}]}'
}
verify() { # verify [OPTION…]: what the verifier says, and its exit status in the last line
  local status=0
  "$java" -XX:TieredStopAtLevel=1 -jar "$verifier_jar" verify "http://127.0.0.1:$http_port/ledgers/$ledger" \
    --policy "$work/data/policy.txt" --credentials "$work/data/credentials.txt" "$@" 2>&1 || status=$?
  echo "exit status $status"
}
restore() { # restore DIR SETTING…: the base backup, and the archive behind it
  local to=$1 begun=$SECONDS
  shift
  ${as_postgres[@]+"${as_postgres[@]}"} cp -a "$work/base/backup" "$to"
  ${as_postgres[@]+"${as_postgres[@]}"} touch "$to/recovery.signal"
  # What is restored never archives into the archive that it came from.
  start_server "$to" "archive_mode = off" "restore_command = 'cp $work/archive/%f \"%p\"'" \
    "recovery_target_action = promote" "$@"
  until_true "the restored server takes writes" recovered
  seen "restored in $((SECONDS - begun)) s"
}
keys() { sql ledger "SELECT count(*) FROM data_key WHERE stream_id = 'request/$request'"; }
recovered() { [ "$(sql postgres 'SELECT pg_is_in_recovery()')" = f ]; }
archived() {
  [ "$(sql postgres "SELECT coalesce(last_archived_wal >= '$1', false) FROM pg_stat_archiver")" = t ]
}

step "1/7 Lập máy chủ và sổ · A server that archives its WAL, and a ledger"
pg initdb -D "$work/server/first" -A trust -U postgres --locale=C.UTF-8 -E UTF8 -k >"$work/initdb.log"
start_server "$work/server/first" "archive_mode = on" "wal_level = replica" "max_wal_senders = 4" \
  "archive_command = 'test ! -f $work/archive/%f && cp %p $work/archive/.%f && mv $work/archive/.%f $work/archive/%f'"
for role in ledger_owner ledger_writer ledger_reader; do
  sql postgres "CREATE ROLE $role LOGIN NOSUPERUSER"
done
sql postgres "CREATE DATABASE ledger OWNER ledger_owner"
start_service 1
request=$(record 1 | member requestId)
[ -n "$request" ] || wrong "nothing was recorded"
api legal "/requests/$request/cancel" '{"reason":"Cơ quan rút (ví dụ)"}' >/dev/null
api legal "/requests/$request/close" '{}' >/dev/null
api admin /retention '{"rows":[{"id":"drill","effectiveFrom":"2026-01-01","citation":"Diễn tập","keepDays":0}]}' >/dev/null
seen "$("$bin/postgres" --version); one request recorded and closed"

step "2/7 Sao lưu · The base backup"
pg pg_basebackup -h 127.0.0.1 -p "$db_port" -U postgres -D "$work/base/backup" -X stream --checkpoint=fast
pg pg_verifybackup -q "$work/base/backup"
seen "pg_basebackup, and pg_verifybackup finds nothing"

step "3/7 Sổ đi tiếp · The ledger goes on; a point in time is noted"
expect "a second request" eventId "$(record 2)"
target=$(sql postgres "SELECT clock_timestamp()")
expect "its personal data are there" '^1$' "$(keys)"
erased=$(api approver "/requests/$request/erase-personal-data" '{"rule":"drill"}')
expect "behind it personal data are erased" eventId "$erased"
expect "and a third request is recorded" eventId "$(record 3)"
said=$(verify --state "$work/auditor/state")
expect "the auditor verifies and remembers: $(grep -oE 'size [0-9,]+' <<<"$said" | tail -1)" "exit status 0" "$said"
segment=$(sql postgres "SELECT pg_walfile_name(pg_switch_wal())")
until_true "WAL is archived" archived "$segment"

step "4/7 Mất máy chủ · The server is lost"
stop_service
stop_server immediate
${as_postgres[@]+"${as_postgres[@]}"} mv "$work/server/first" "$work/server/lost"
seen "service stopped, database gone"

step "5/7 Khôi phục về $target · Restored to that point in time"
restore "$work/server/point" "recovery_target_time = '$target'"
start_service 2
refused=$(record 4)
expect "the head guard: nothing is taken any more" "head-not-continued" "$refused"
printf '    %s\n' "$(grep -o 'ALARM ledger demo.*' "$log" | head -1)"
said=$(verify --state "$work/auditor/state")
expect "the verifier: exit status 1" "exit status 1" "$said"
printf '    %s\n' "$(grep -E '^continuity' <<<"$said")"
expect "continuity fails" "^continuity +fail" "$said"
expect "the erasure was applied again at the start: the data stay erased" '"personalDataErased":true' \
  "$(api legal "/requests/$request")"
expect "no key opens them" '^0$' "$(keys)"
stop_service
stop_server fast

step "6/7 Khôi phục đến cuối · Restored to the end of the archive"
restore "$work/server/end"
start_service 3
expect "the ledger goes on" eventId "$(record 5)"
said=$(verify --state "$work/auditor/state")
expect "the verifier follows from what it remembers" "exit status 0" "$said"
printf '    %s\n' "$(grep -E '^continuity' <<<"$said")"

step "7/7 Sổ kế tục · What was restored to that point in time is followed by a successor"
stop_service
stop_server fast
start_server "$work/server/point"
start_service 4 --ledger.open[0].name=demo-2 --ledger.open[0].origin=ledger.example/demo-2 \
  --ledger.open[0].enterprise-code=DEMO --ledger.open[0].enterprise-name-vi="Doanh nghiệp (ví dụ)" \
  --ledger.open[0].enterprise-name-en="Enterprise (example)" --ledger.open[0].predecessor.name=demo \
  --ledger.open[0].predecessor.reason=restored-backup --ledger.open[0].predecessor.reason-text="Diễn tập"
printf '    %s\n' "$(grep -o 'ledger demo has ended.*' "$log" | head -1)"
expect "the old ledger takes nothing any more, and says who does" "ledger-succeeded.*demo-2" "$(record 6)"
ledger=demo-2
expect "the successor does" eventId "$(record 6)"
said=$(verify --origin ledger.example/demo-2 --predecessor "http://127.0.0.1:$http_port/ledgers/demo")
expect "the verifier follows from one to the other: exit status 0" "exit status 0" "$said"
shown=$(tr -s ' \n' ' ' <<<"$said" | grep -oE 'goes on from [^;]*; lost: [^;]* [0-9]+ to [0-9]+' || true)
expect "and shows the loss" "lost: [0-9,]+ entr" "$shown"
printf '    %s\n' "$shown"
stop_service
stop_server fast

step "Xong · Done"
seen "the drill went as docs/backup.md says"
