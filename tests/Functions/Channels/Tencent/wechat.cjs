// The real wechat-crypto as WeChat's side of our callback, both ways.
// usage: node wechat.cjs <our address>
const crypto = require('crypto');
const WeChatCrypto = require('../../../node_modules/wechat-crypto');
const [, , ours] = process.argv;
const token = 'cooptest', key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', app = 'wxbad0b45542aa0b5e';
const theirs = new WeChatCrypto(token, key, app);
const sha1 = (...parts) => crypto.createHash('sha1').update(parts.sort().join('')).digest('hex');
const now = () => String(Math.floor(Date.now() / 1000));
let checked = 0, wrong = 0;
const check = (what, holds, seen = '') => { checked++; if (!holds) { wrong++; console.log('FAIL', what, seen); } };

async function tell(xml, { signature, envelope, plain } = {}) {
  const timestamp = now(), nonce = String(Math.random()).slice(2, 12), encrypted = theirs.encrypt(xml);
  const query = `signature=${sha1(token, timestamp, nonce)}&timestamp=${timestamp}&nonce=${nonce}&openid=o1` + (plain ? '' : `&encrypt_type=aes&msg_signature=${signature ?? theirs.getSignature(timestamp, nonce, encrypted)}`);
  const answer = await fetch(`${ours}api/wechat?${query}`, { method: 'POST', body: plain ? xml : envelope ?? `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>` });
  const text = await answer.text();
  const part = name => new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(text)?.[1];
  if (!part('Encrypt')) return { status: answer.status, text };
  check('the answer is signed', theirs.getSignature(part('TimeStamp'), part('Nonce'), part('Encrypt')) === part('MsgSignature'));
  const opened = theirs.decrypt(part('Encrypt'));
  return { status: answer.status, text: opened.message, id: opened.id };
}
const user = 'o' + crypto.randomBytes(13).toString('hex');
const message = (id, content) => `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[${user}]]></FromUserName><CreateTime>${now()}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${content}]]></Content><MsgId>${id}</MsgId></xml>`;

(async () => {
  const timestamp = now();
  let echo = await fetch(`${ours}api/wechat?signature=${sha1(token, timestamp, '7')}&timestamp=${timestamp}&nonce=7&echostr=hello123`);
  check('the address check is answered', echo.status === 200 && await echo.text() === 'hello123' && echo.headers.get('content-type').startsWith('text/plain'));
  echo = await fetch(`${ours}api/wechat?signature=${'0'.repeat(40)}&timestamp=${timestamp}&nonce=7&echostr=hello123`);
  check('an unsigned one is not', echo.status === 403);

  for (let i = 0; i < 40; i++) {
    const words = '王'.repeat(i % 7) + 'a'.repeat(i) + '。';
    const { status, text, id } = await tell(message(1000 + i, words));
    check(`length ${i}`, status === 200 && text.includes(`您说的是：${words}`) && text.includes(`<ToUserName><![CDATA[${user}]]>`) && id === app, text);
  }
  const again = await tell(message(1039, 'x'));
  check('a repeat is answered as the first time', again.text.includes('aaa。'), again.text);
  check('a wrong signature is refused', (await tell(message(1, 'x'), { signature: '0'.repeat(40) })).status === 403);
  check('plain mode is refused', (await tell(message(2, 'x'), { plain: true })).status === 403);
  check('a DTD is refused', (await tell(message(3, 'x'), { envelope: '<!DOCTYPE x [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>' })).status === 403);
  console.log(`${checked} checked, ${wrong} wrong`);
  process.exit(wrong ? 1 : 0);
})().catch(error => { console.error(error); process.exit(2); });
