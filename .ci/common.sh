# What ./run, ./test and .ci/run share. Sourced from the root of the tree.

say() { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$@" >&2; exit 1; }

mkdir -p .local/logs .local/cache .local/stamps 2>/dev/null && [[ -w .local && -w .local/logs ]] ||
  fail "不能在 $PWD/.local 里写东西。请检查这个文件夹是谁的、磁盘是不是只读：ls -ld .local" "Nothing can be written to $PWD/.local. See whose folder it is and whether the disk is read-only: ls -ld .local"

# Runs a command with its output in a log; says how long it takes, and on failure what probably went wrong.
step() { # step "中文" "English" command...
  local title="$1 · $2" log=.local/logs/setup.log begin=$SECONDS pid status=0
  shift 2
  printf '%s ' "$title"
  printf '\n== %s: %s\n' "$title" "$*" >>"$log"
  local from; from=$(wc -l <"$log")
  "$@" >>"$log" 2>&1 </dev/null 9>&- &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true; exit 130' INT TERM
  local ticks=0
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; ticks=$((ticks + 1)); ((ticks % 25)) || printf '.'; done
  trap - INT TERM
  wait "$pid" || status=$?
  if ((status)); then
    printf 'failed\n'
    explain "$(tail -n +"$from" "$log")"
    tail -n +"$from" "$log" | grep -E 'error|ERR!|^E:' | sort -u | tail -15 >&2 || true
    fail "这一步没有成功：$title。完整记录在 $log。" "This step failed: $title. The whole record is in $log."
  fi
  printf '%ss\n' $((SECONDS - begin))
}

explain() {
  case $1 in
    *'No space left'*|*ENOSPC*|*'Disk full'*) fail "磁盘空间不够，请清理后再试。" "The disk is full. Make room and run this again." ;;
    *NU1301*|*ENOTFOUND*|*EAI_AGAIN*|*ECONNREFUSED*|*ETIMEDOUT*|*'Temporary failure resolving'*|*'Could not resolve'*)
      fail "连不上网络上的软件源，请检查网络或代理后再试。" "A package source on the network could not be reached. Check the network or the proxy and run this again." ;;
  esac
}

need_space() { # megabytes
  local free; free=$(df -Pm . | awk 'NR==2 { print $4 }')
  ((free >= $1)) || fail "磁盘只剩 ${free} MB，至少要 $1 MB。请清理后再试。" "Only ${free} MB are free on this disk, $1 MB are needed. Make room and run this again."
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "没有找到 .NET SDK 10。请安装：https://dotnet.microsoft.com/download/dotnet/10.0" "The .NET SDK 10 is not installed: https://dotnet.microsoft.com/download/dotnet/10.0"
  dotnet --version >/dev/null 2>&1 || fail ".NET SDK 的版本不对，需要 10.0.4xx（见 global.json）。现有：$(dotnet --list-sdks 2>/dev/null | awk '{ print $1 }' | xargs)" "The wrong .NET SDK: 10.0.4xx is needed (global.json), installed: $(dotnet --list-sdks 2>/dev/null | awk '{ print $1 }' | xargs)"
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "没有找到 Node.js 20。请安装：https://nodejs.org" "Node.js 20 is not installed: https://nodejs.org"
  local major; major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || fail "Node.js 的版本是 $major，需要 20 或更新。" "Node.js $major is too old: 20 or newer is needed."
}

# Debian packages that are missing; each argument is package=file-that-proves-it (a glob) or package=command.
need_debian() {
  local missing=() item package proof sudo=()
  for item; do
    package=${item%%=*} proof=${item#*=}
    command -v "$proof" >/dev/null || compgen -G "$proof" >/dev/null || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  ((EUID == 0)) || { command -v sudo >/dev/null && sudo=(sudo); }
  ((EUID == 0 || ${#sudo[@]})) && command -v apt-get >/dev/null ||
    fail "缺少系统软件包 ${missing[*]}，这里不能自动安装。请让管理员运行：apt-get install ${missing[*]}" "Missing: ${missing[*]}. They cannot be installed from here; ask an administrator for: apt-get install ${missing[*]}"
  step "安装系统软件包 ${missing[*]}" "installing ${missing[*]}" install_debian "${missing[@]}"
}
install_debian() { "${sudo[@]}" apt-get update -q && DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -qy --no-install-recommends "$@"; }

# npm packages of a folder, where one is absent or of another version than package.json says.
need_npm() { # folder
  node -e '
    const fs = require("fs"), wanted = JSON.parse(fs.readFileSync(`${process.argv[1]}/package.json`)).dependencies;
    for (const [name, version] of Object.entries(wanted))
      if (JSON.parse(fs.readFileSync(`${process.argv[1]}/node_modules/${name}/package.json`)).version !== version) process.exit(1);
  ' "$1" 2>/dev/null && return 0
  need_space 2000
  step "安装 npm 软件包（$1）" "installing npm packages ($1)" npm ci --ignore-scripts --no-audit --no-fund --prefix "$1"
}

# The pages' large scripts come from npm and are not kept in the tree.
need_bundles() {
  bash web/fetch-bundles.sh --check || step "下载网页组件" "fetching the components of the pages" bash web/fetch-bundles.sh
}

# Whether the named files and folders hold what they held when the stamp was set.
fingerprint() { find "$@" \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0r sha256sum | sha256sum; }
unchanged() { local stamp=.local/stamps/$1; shift; [[ -f $stamp && $(fingerprint "$@") == "$(<"$stamp")" ]]; }
set_stamp() { local stamp=.local/stamps/$1; shift; fingerprint "$@" >"$stamp"; }
