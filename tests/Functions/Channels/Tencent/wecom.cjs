// The real @wecom/crypto as WeCom's side of our callback.
// usage: node wecom.cjs <our address>
const { encrypt, decrypt, getSignature } = require('../../../node_modules/@wecom/crypto');
const [, , ours] = process.argv;
const token = 'cooptest', key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', corp = 'ww1234567890abcdef';
const now = () => String(Math.floor(Date.now() / 1000));
let checked = 0, wrong = 0;
const check = (what, holds, seen = '') => { checked++; if (!holds) { wrong++; console.log('FAIL', what, seen); } };

(async () => {
  for (let i = 0; i < 40; i++) {
    const word = '9'.repeat(i + 1), sealed = encrypt(key, word, corp), timestamp = now();
    const answer = await fetch(`${ours}api/wecom?msg_signature=${getSignature(token, timestamp, '1' + i, sealed)}&timestamp=${timestamp}&nonce=1${i}&echostr=${encodeURIComponent(sealed)}`);
    check(`echo ${i}`, answer.status === 200 && await answer.text() === word);
  }
  const foreign = encrypt(key, 'x', 'wwother'), t = now();
  check('another company is refused', (await fetch(`${ours}api/wecom?msg_signature=${getSignature(token, t, '5', foreign)}&timestamp=${t}&nonce=5&echostr=${encodeURIComponent(foreign)}`)).status === 403);
  for (const [what, event, status] of [['news', 'kf_msg_or_event', 200], ['another event', 'change_contact', 200]]) {
    const sealed = encrypt(key, `<xml><ToUserName><![CDATA[${corp}]]></ToUserName><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${event}]]></Event><Token><![CDATA[K]]></Token><OpenKfId><![CDATA[wkA]]></OpenKfId></xml>`, corp);
    const timestamp = now();
    const send = signature => fetch(`${ours}api/wecom?msg_signature=${signature}&timestamp=${timestamp}&nonce=9${what.length}`, { method: 'POST', body: `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>` });
    check(what, (await send(getSignature(token, timestamp, '9' + what.length, sealed))).status === status);
    check(`${what} unsigned`, (await send('0'.repeat(40))).status === 403);
  }
  // What our side seals, theirs opens: the lines come from our own cipher.
  for (const line of process.argv.slice(3)) {
    const [sealed, plain] = line.split('|');
    const opened = decrypt(key, sealed);
    check('ours opened by theirs', opened.message === plain && opened.id === corp, opened.message);
  }
  console.log(`${checked} checked, ${wrong} wrong`);
  process.exit(wrong ? 1 : 0);
})().catch(error => { console.error(error); process.exit(2); });
