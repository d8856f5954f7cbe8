// A custom handler for the tests of the stand-in: does what the queue message says and notes every call in $CALLS.
import { appendFileSync, existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const note = call => appendFileSync(process.env.CALLS, JSON.stringify(call) + '\n');
const text = async request => { let all = ''; for await (const part of request) all += part; return all; };
const json = (response, status, body) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
const until = async (condition) => { while (!condition()) await new Promise(again => setTimeout(again, 20)); };

const doings = {
  succeed: response => json(response, 200, '{"Outputs":{},"Logs":[],"ReturnValue":null}'),
  fail: response => json(response, 500, '{}'),
  empty: response => response.writeHead(200).end(),
  array: response => json(response, 200, '[]'),
  plain: response => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('{}'),
  output: (response, message) => json(response, 200, JSON.stringify({ Outputs: { next: message.next } })),
  wait: async (response, message) => { await until(() => existsSync(message.until)); json(response, 200, '{}'); },
  hang: () => {},
};

const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://handler').pathname;
  if (path === '/') return response.writeHead(404).end();
  if (path.toLowerCase().startsWith('/api/')) {
    const answer = { url: request.url, method: request.method, headers: request.headers, body: await text(request) };
    return response.writeHead(201, { 'Content-Type': 'application/json', 'X-Custom': 'yes' }).end(JSON.stringify(answer));
  }
  const payload = JSON.parse(await text(request));
  note({ path, headers: request.headers, payload, pid: process.pid });
  if (path === '/Tick') return doings.succeed(response);
  const item = JSON.parse(payload.Data.item);
  const message = item.startsWith('{') ? JSON.parse(item) : { do: 'succeed' };
  await doings[message.do](response, message);
});

server.on('upgrade', (request, socket) => {
  const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.on('error', () => {});
  socket.write(Buffer.concat([Buffer.from([0x81, 5]), Buffer.from('hello')]));
});

if (process.env.EXIT_CODE) { note({ path: 'exit' }); process.exit(Number(process.env.EXIT_CODE)); }
server.listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1');
