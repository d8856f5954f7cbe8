// The same tokens to our /api/messages and to the real botframework-connector: both must say the same.
// usage: node token-differential.cjs <our address> <service address> <key 1> <key 2> <key 3>   (PEM, base64)
process.noDeprecation = true;
const crypto = require('crypto');
const { BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory, AuthenticationConfiguration } = require('../../../node_modules/botframework-connector');

const [, , ours, service, ...pems] = process.argv;
const [k1, k2, k3] = pems.map(pem => crypto.createPrivateKey(Buffer.from(pem, 'base64').toString()));
const stranger = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const curve = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const app = '11111111-2222-3333-4444-555555555555', issuer = 'https://api.botframework.com';
const now = Math.floor(Date.now() / 1000);
const b64 = it => Buffer.from(typeof it === 'string' ? it : JSON.stringify(it)).toString('base64url');

function sign(alg, key, text) {
  if (alg === 'none') return '';
  if (alg === 'HS256') return crypto.createHmac('sha256', crypto.createPublicKey(k1).export({ type: 'spki', format: 'pem' })).update(text).digest('base64url');
  if (alg === 'PS256') return crypto.sign('sha256', Buffer.from(text), { key, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }).toString('base64url');
  if (alg === 'ES256') return crypto.sign('sha256', Buffer.from(text), { key: curve, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return crypto.sign({ RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' }[alg], Buffer.from(text), key).toString('base64url');
}
function token({ key = k1, kid = 'K1', alg = 'RS256', header = {}, claims = {}, without = [] } = {}) {
  const head = { typ: 'JWT', alg, kid, x5t: kid, ...header };
  const body = { serviceurl: service, nbf: now - 60, exp: now + 3600, iss: issuer, aud: app, ...claims };
  for (const name of without) { delete head[name]; delete body[name]; }
  const text = `${b64(head)}.${b64(body)}`;
  return `${text}.${sign(alg, key, text)}`;
}
const changed = change => { const parts = token().split('.'); change(parts); return parts.join('.'); };
const bearer = options => 'Bearer ' + token(options);

// Where we differ on purpose, each the rule of the .NET SDK or stricter. docs/decisions/0006
const exceptions = {
  'no exp': 'the JS client takes a token that never ends',
  'serviceurl in other case': 'an address means the same in either case',
  'key without endorsements': 'the JS client lets a key without endorsements speak for every channel',
};
const cases = [
  ['good', bearer()], ['good RS384', bearer({ alg: 'RS384' })], ['good RS512', bearer({ alg: 'RS512' })],
  ['good for webchat', bearer(), { channelId: 'webchat' }], ['good for directline', bearer(), { channelId: 'directline' }],
  ['good with more claims', bearer({ claims: { tid: 'y', idp: 'z', azp: 'w' } })],
  ['expired 4 min ago', bearer({ claims: { exp: now - 240, nbf: now - 3600 } })], ['expired 6 min ago', bearer({ claims: { exp: now - 360, nbf: now - 3600 } })],
  ['expired a year ago', bearer({ claims: { exp: now - 31536000, nbf: now - 31539600 } })],
  ['valid in 4 min', bearer({ claims: { nbf: now + 240 } })], ['valid in 10 min', bearer({ claims: { nbf: now + 600 } })], ['valid tomorrow', bearer({ claims: { nbf: now + 86400, exp: now + 90000 } })],
  ['no exp', bearer({ without: ['exp'] })], ['no nbf', bearer({ without: ['nbf'] })],
  ['exp as text', bearer({ claims: { exp: 'tomorrow' } })],
  ['wrong audience', bearer({ claims: { aud: 'other' } })], ['no audience', bearer({ without: ['aud'] })], ['empty audience', bearer({ claims: { aud: '' } })],
  ['audience with a tail', bearer({ claims: { aud: app + '0' } })], ['audience in a list', bearer({ claims: { aud: ['other', app] } })],
  ['wrong issuer', bearer({ claims: { iss: 'https://evil.example' } })], ['no issuer', bearer({ without: ['iss'] })],
  ['issuer of the government cloud', bearer({ claims: { iss: 'https://api.botframework.us' } })], ['issuer with a slash', bearer({ claims: { iss: issuer + '/' } })],
  ['forged signature', bearer({ key: stranger })], ['unknown key', bearer({ key: stranger, kid: 'ZZ' })], ['another key\'s name', bearer({ key: k2, kid: 'K1' })],
  ['no key name', bearer({ without: ['kid'] })], ['key name a number', bearer({ header: { kid: 1 } })],
  ['alg none', bearer({ alg: 'none' })], ['alg none, no key name', bearer({ alg: 'none', without: ['kid', 'x5t'] })], ['HS256 with the public key', bearer({ alg: 'HS256' })],
  ['PS256', bearer({ alg: 'PS256' })], ['ES256', bearer({ alg: 'ES256' })],
  ['own key in the header', bearer({ key: stranger, header: { jwk: crypto.createPublicKey(stranger).export({ format: 'jwk' }) } })],
  ['serviceurl missing', bearer({ without: ['serviceurl'] })], ['serviceurl of another', bearer({ claims: { serviceurl: 'https://evil.example/' } })],
  ['serviceurl empty', bearer({ claims: { serviceurl: '' } })], ['serviceurl in other case', bearer({ claims: { serviceurl: service.toUpperCase() } })],
  ['serviceurl of the activity is another', bearer(), { serviceUrl: 'https://evil.example/' }],
  ['channel not endorsed', bearer({ key: k2, kid: 'K2' })], ['channel endorsed by that key', bearer({ key: k2, kid: 'K2' }), { channelId: 'sms' }],
  ['channel nobody endorses', bearer(), { channelId: 'telegram' }], ['key without endorsements', bearer({ key: k3, kid: 'K3' })],
  ['tampered claims', 'Bearer ' + changed(parts => { parts[1] = b64({ ...JSON.parse(Buffer.from(parts[1], 'base64url')), x: 1 }); })],
  ['tampered header', 'Bearer ' + changed(parts => { parts[0] = b64({ ...JSON.parse(Buffer.from(parts[0], 'base64url')), x: 1 }); })],
  ['signature cut', 'Bearer ' + changed(parts => { parts[2] = parts[2].slice(0, -8); })], ['no signature', 'Bearer ' + changed(parts => { parts[2] = ''; })],
  ['two parts', 'Bearer ' + token().split('.').slice(0, 2).join('.')], ['claims no JSON', 'Bearer ' + changed(parts => { parts[1] = b64('nonsense'); })],
  ['no header', undefined], ['empty header', ''], ['Basic', 'Basic abc'], ['bearer in lower case', 'bearer ' + token()], ['garbage', 'Bearer abc.def.ghi'],
  ['two spaces', 'Bearer  ' + token()], ['scheme alone', 'Bearer'], ['three words', `Bearer ${token()} x`],
];

(async () => {
  const theirs = BotFrameworkAuthenticationFactory.create('', true, 'https://login.microsoftonline.com/botframework.com', issuer, issuer, issuer,
    `${service}openid`, `${service}openid`, '', new PasswordServiceClientCredentialFactory(app, 'a-secret'), new AuthenticationConfiguration());
  let agree = 0, wrong = [];
  for (const [i, [name, header, other]] of cases.entries()) {
    const activity = { type: 'message', id: `d${i}`, channelId: 'msteams', serviceUrl: service, conversation: { id: 'differential' }, from: { id: 'u' }, recipient: { id: 'b' }, text: 'hi', ...other };
    let js = true, why = '';
    try { await theirs.authenticateRequest(activity, header); } catch (error) { js = false; why = error.message.slice(0, 60); }
    const answer = await fetch(`${ours}api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(header !== undefined && { Authorization: header }) }, body: JSON.stringify(activity) });
    const cs = answer.status === 202;
    if (!cs && answer.status !== 401 && answer.status !== 403) wrong.push(`${name}: ${answer.status}`);
    if (js === cs) agree++;
    if ((js === cs) === (name in exceptions)) wrong.push(`${name}: they ${js}, we ${answer.status} ${why}`);
  }
  console.log(`${cases.length} tokens, ${agree} agree, ${Object.keys(exceptions).length} differ on purpose, ${wrong.length} wrong`);
  wrong.forEach(it => console.log(it));
  process.exit(wrong.length ? 1 : 0);
})().catch(error => { console.error(error); process.exit(2); });
