// The hash tree of the ledger, as RFC 6962 builds it: what the browser needs to check a path by itself.

const bytesOf = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
export const hexOf = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
export const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));

const leafOf = text => sha256(new Uint8Array([0]), new TextEncoder().encode(text));
const nodeOf = (left, right) => sha256(new Uint8Array([1]), left, right);

/** The root that an entry and its path lead to; null where the path cannot belong to that place. */
export const rootFrom = async (text, index, size, path) => {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let node = index, last = size - 1, hash = await leafOf(text);
  for (const other of path.map(bytesOf)) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = await nodeOf(other, hash);
      while (node % 2 === 0 && node !== 0) { node = Math.floor(node / 2); last = Math.floor(last / 2); }
    } else {
      hash = await nodeOf(hash, other);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hexOf(hash) : null;
};

/** Whether the village's key signed that text. */
export const signed = async (pem, text, signature) => {
  const raw = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('spki', raw(pem.replace(/-----[^-]+-----|\s/g, '')), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw(signature), new TextEncoder().encode(text));
};
