#!/usr/bin/env bash
# Brings the Web Chat bundle: one file out of its npm package, checked, with its notices, compressed beside it. Does nothing when it is there.
set -euo pipefail
version=4.18.1
sha256=0a68ad0a64fc04d621197da10c3eec0f843e16f7d03f6bcbed29b47517cf9bff
folder="$(cd "$(dirname "$0")" && pwd)/chat"
if [ -f "$folder/webchat.js.br" ] && echo "$sha256  $folder/webchat.js" | sha256sum --check --status; then exit 0; fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "botframework-webchat@$version" >/dev/null && tar xzf ./*.tgz package/dist/webchat.js package/dist/webchat.js.LICENSE.txt) \
  || { echo "The chat component botframework-webchat $version could not be fetched. Is the network up?" >&2; exit 1; }
echo "$sha256  $work/package/dist/webchat.js" | sha256sum --check --status \
  || { echo "The chat component botframework-webchat $version is not the one that was tested (checksum)." >&2; exit 1; }
node -e '
  const { readFileSync, writeFileSync } = require("fs"), zlib = require("zlib");
  const [, file] = process.argv, bytes = readFileSync(file);
  writeFileSync(file + ".gz", zlib.gzipSync(bytes, { level: 9 }));
  writeFileSync(file + ".br", zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
' "$work/package/dist/webchat.js"
mv "$work"/package/dist/webchat.js.* "$folder/"
mv "$work/package/dist/webchat.js" "$folder/"
