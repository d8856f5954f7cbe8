// The real botframework-directlinejs against two instances of our channel.
// usage: node direct-line.cjs <instance A> <instance B> <secret> <control>
const [, , a, b, secret, control] = process.argv;
global.XMLHttpRequest = require('xmlhttprequest').XMLHttpRequest;
const RealSocket = require('ws');
const sockets = [];
global.WebSocket = class extends RealSocket {
  constructor(url) { super(url); sockets.push(this); }
};
process.env.npm_package_version = '0.15.8';
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

let failed = 0;
const check = (what, holds, seen = '') => {
  if (!holds) failed++;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what} ${seen}`);
};
const until = async (what, holds) => {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) { check(what, false, '(waited 30 s)'); return; }
    await new Promise(next => setTimeout(next, 20));
  }
  check(what, true);
};
const call = (address, token, body) => fetch(address, {
  method: body === undefined ? 'GET' : 'POST',
  headers: { ...(token && { Authorization: `Bearer ${token}` }), 'Content-Type': 'application/json' },
  body: body === undefined ? undefined : JSON.stringify(body),
});
const post = (line, activity) => new Promise((done, fail) => line.postActivity(activity).subscribe(done, fail));
const line = '/v3/directline';
const talk = options => {
  const heard = [], states = [];
  const client = new DirectLine({ webSocket: true, timeout: 2000, random: () => 0, pollingInterval: 200, ...options });
  client.connectionStatus$.subscribe(state => states.push(ConnectionStatus[state]));
  client.activity$.subscribe(activity => heard.push(activity), error => console.log('client error', error.message));
  return { client, heard, states };
};

(async () => {
  const token = await (await call(`${a}${line}/tokens/generate`, secret, { user: { id: 'dl_wang', name: '王桂英' } })).json();
  check('the secret makes a token', token.token && token.conversationId && token.expires_in === 1800);

  const { client, heard, states } = talk({ token: token.token, domain: a + line, conversationStartProperties: { locale: 'zh-CN' } });
  await until('the welcome comes over the socket', () => heard.some(it => it.text?.includes('小助手')));
  check('its buttons are there, addressed to the user', heard[0].suggestedActions?.actions?.length === 3 && heard[0].suggestedActions.to[0] === 'dl_wang');

  const id = await post(client, { type: 'message', from: { id: 'forged' }, text: '报销进度', channelData: { clientActivityID: 'c1' } });
  await until('the echo comes', () => heard.some(it => it.channelData?.clientActivityID === 'c1'));
  const echo = heard.find(it => it.channelData?.clientActivityID === 'c1');
  check('the echo has the id of the answer', echo.id === id, id);
  check('a forged sender is replaced by the token\'s user', echo.from.id === 'dl_wang');
  await until('the reply names what it answers', () => heard.some(it => it.replyToId === id && it.text?.includes('报销进度')));
  check('typing is seen live', heard.some(it => it.type === 'typing'));

  const again = await post(client, { type: 'message', from: { id: 'dl_wang' }, text: '报销进度', channelData: { clientActivityID: 'c1' } });
  check('the same message posted again is the same message', again === id);

  let before = heard.length;
  sockets.at(-1).terminate();
  await fetch(`${control}/say?conversation=${token.conversationId}&turn=missed`, { method: 'POST' });
  await until('what was said while the socket was down arrives', () => heard.slice(before).some(it => it.text === '读好了：missed'));

  before = heard.length;
  const there = await (await call(`${b}${line}/conversations/${token.conversationId}/activities`, token.token, { type: 'message', text: '从另一台' })).json();
  await until('a message taken by the other instance arrives here', () => heard.slice(before).some(it => it.id === there.id));
  await until('and so does its reply', () => heard.slice(before).some(it => it.replyToId === there.id));

  before = heard.length;
  await fetch(`${control}/hold`, { method: 'POST' });
  const sent = post(client, { type: 'message', from: { id: 'dl_wang' }, text: '重启时', channelData: { clientActivityID: 'c2' } });
  await until('a message is recorded before its turn is taken', () => heard.slice(before).some(it => it.channelData?.clientActivityID === 'c2'));
  await fetch(`${control}/restart`, { method: 'POST' });
  await sent;
  await fetch(`${control}/say?conversation=${token.conversationId}&turn=restarted`, { method: 'POST' });
  await until('the conversation goes on after a restart', () => heard.slice(before).some(it => it.text === '读好了：restarted'));
  await until('and the message in flight is answered', () => heard.slice(before).some(it => it.text === '您说的是：重启时'));
  const ids = heard.filter(it => it.type === 'message').map(it => it.id);
  check('nothing came twice', new Set(ids).size === ids.length);
  check('nothing is missing', ids.slice().sort().every((it, i) => Number(it.split('|')[1]) === i), `${ids.length} activities`);

  const set = await (await call(`${a}${line}/conversations/${token.conversationId}/activities`, token.token)).json();
  check('the record holds the same, without typing', set.watermark === String(ids.length) && set.activities.every(it => it.type === 'message'));
  check('at the watermark there is nothing', (await (await call(`${a}${line}/conversations/${token.conversationId}/activities?watermark=${set.watermark}`, token.token)).json()).activities.length === 0);
  check('a refreshed token is for the same conversation', (await (await call(`${a}${line}/tokens/refresh`, token.token, {})).json()).conversationId === token.conversationId);

  const back = talk({ token: token.token, conversationId: token.conversationId, domain: b + line });
  await until('a phone that comes back with its conversation sees all of it', () => back.heard.length === ids.length);
  back.client.end();

  const other = await (await call(`${a}${line}/tokens/generate`, secret, { user: { id: 'dl_li' } })).json();
  const polling = talk({ token: other.token, domain: a + line, webSocket: false });
  await until('polling receives the welcome', () => polling.heard.some(it => it.text?.includes('小助手')));
  await post(polling.client, { type: 'message', from: { id: 'dl_li' }, text: '你好' });
  await until('polling receives echo and reply', () => polling.heard.some(it => it.text === '你好') && polling.heard.some(it => it.text === '您说的是：你好'));
  check('conversations do not mix', !polling.heard.some(it => it.text?.includes('重启时')));
  polling.client.end();
  client.end();
  console.log('states', states.join(' > '));
  console.log(`${failed} failed`);
  process.exit(failed ? 1 : 0);
})().catch(error => { console.error(error); process.exit(2); });
