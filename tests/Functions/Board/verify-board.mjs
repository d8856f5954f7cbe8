// Checks a board the way a member's browser does: WebCrypto only, by the rules in docs/ledger.md, sharing no code with the app.
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";
const { subtle } = webcrypto;

const bytes = text => new TextEncoder().encode(text);
const hex = buffer => Buffer.from(buffer).toString("hex");
const unhex = text => Uint8Array.from(Buffer.from(text, "hex"));
const sha = async (...parts) => new Uint8Array(await subtle.digest("SHA-256", Buffer.concat(parts)));
const node = (left, right) => sha(Uint8Array.of(1), left, right);

async function signed(tree, pem) {
  const spki = Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ""), "base64");
  const key = await subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  return subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, Buffer.from(tree.signature, "base64"), bytes(tree.statement));
}

async function isIn(entry, index, size, path, root) {
  let hash = await sha(Uint8Array.of(0), bytes(entry)), at = index, last = size - 1;
  for (const step of path.map(unhex)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await node(step, hash);
      while (at % 2 === 0 && at !== 0) { at >>= 1; last >>= 1; }
    } else hash = await node(hash, step);
    at >>= 1; last >>= 1;
  }
  return last === 0 && hex(hash) === root;
}

async function grew(from, fromRoot, to, toRoot, proof) {
  if (from === to) return fromRoot === toRoot;
  const steps = [...((from & (from - 1)) === 0 ? [unhex(fromRoot)] : []), ...proof.map(unhex)];
  let at = from - 1, last = to - 1;
  while (at % 2 === 1) { at >>= 1; last >>= 1; }
  let old = steps[0], now = steps[0];
  for (const step of steps.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      old = await node(step, old); now = await node(step, now);
      while (at % 2 === 0 && at !== 0) { at >>= 1; last >>= 1; }
    } else now = await node(now, step);
    at >>= 1; last >>= 1;
  }
  return last === 0 && hex(old) === fromRoot && hex(now) === toRoot;
}

const { key, proof, code, consistency, earlier } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const tree = JSON.parse(proof.tree.statement), entry = JSON.parse(proof.entry);
console.log(JSON.stringify({
  signature: await signed(proof.tree, key.pem),
  forged: await signed({ ...proof.tree, statement: proof.tree.statement.replace(/"entries":\d/, '"entries":9') }, key.pem),
  canonical: JSON.stringify(entry) === proof.entry,
  mine: hex(await sha(bytes("shouwang-receipt\n" + code.replaceAll("-", "")))) === entry.proof,
  inside: await isIn(proof.entry, proof.index, tree.entries, proof.path, tree.root),
  changed: await isIn(proof.entry.replace("120.00", "920.00"), proof.index, tree.entries, proof.path, tree.root),
  earlierSigned: await signed(earlier, key.pem),
  grew: JSON.parse(earlier.statement).root === consistency.fromRoot && tree.root === consistency.toRoot
    && await grew(consistency.from, consistency.fromRoot, consistency.to, consistency.toRoot, consistency.proof),
}));
