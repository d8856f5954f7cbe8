// The chat's line to our own channel, in the shape Web Chat asks of a chat adapter. A phone lies in a pocket, sleeps, loses its network, changes it;
// servers start anew; tokens expire. All that is mended here: nothing that was sent is lost or sent twice, and nobody has to open the page again.

const site = new URL('/v3/directline/', location.href).href;
const seconds = 1000, hidden = () => document.visibilityState === 'hidden';
// So often a socket that does not come through is tried; then the page asks instead.
const most = 2;
const longestPause = 15 * seconds, answerWithin = 20 * seconds, openWithin = 15 * seconds, uploadWithin = 10 * 60 * seconds, renewEvery = 10 * 60 * seconds, asleepAfter = 20 * seconds;

/** Something that is heard by whoever subscribes; latecomers are told what was said before. */
const source = keep => {
  const listeners = new Set();
  let before = [];
  return {
    next(it) { before = keep(before, it); for (const listener of [...listeners]) listener(it); },
    subscribe(listener) {
      const hear = typeof listener === 'function' ? listener : it => listener.next?.(it);
      for (const it of before) hear(it);
      listeners.add(hear);
      return { unsubscribe: () => listeners.delete(hear) };
    },
  };
};

/** The server will not take this, however often it is sent. */
export class Refused extends Error {
  constructor(status) { super(`refused: ${status}`); this.status = status; }
}

/** The conversation this page shows is no more, or belongs to somebody else on this phone by now. */
class Over extends Error {}

/** What may wait wakes at once when the phone is looked at again, or has its network back. */
const rests = new Set();
const rest = time => new Promise(done => {
  const end = () => { clearTimeout(timer); rests.delete(end); done(); };
  const timer = setTimeout(end, time);
  rests.add(end);
});

/**
 * session: what the server gave this page; again(): the same anew; tell(state): 'open', 'dropped' or 'over'.
 */
export const openLine = (session, again, tell) => {
  const state$ = source((_, it) => [it]), activity$ = source((all, it) => it.id ? [...all, it] : all);
  const underWay = new Set();
  let { token } = session, begun = session.resumed, watermark = '', ended = false, deaf = 0, cut = () => {}, renewing = null, open;
  // Web Chat drops what is said before it is connected. It is told at once that it is, and what is said waits here until there is a conversation.
  const opened = new Promise(done => { open = done; });
  let texts = opened, all = opened;

  const renew = () => renewing = renewing || again().then(fresh => {
    if (fresh.conversationId !== session.conversationId) throw new Over();
    ({ token } = fresh);
  }).finally(() => { renewing = null; });

  /** One call, with a token that is renewed where it has expired. */
  const call = async (path, { within = answerWithin, headers, ...options } = {}) => {
    for (let renewed = false; ; renewed = true) {
      const going = { within, end: new AbortController() }, timer = setTimeout(() => going.end.abort(), within);
      underWay.add(going);
      let answer;
      try {
        answer = await fetch(site + path, { cache: 'no-store', ...options, signal: going.end.signal, headers: { ...headers, Authorization: `Bearer ${token}` } });
      } finally { clearTimeout(timer); underWay.delete(going); }
      if (answer.status !== 403 || renewed) return answer;
      await renew();
    }
  };

  const good = async (path, options) => {
    const answer = await call(path, options);
    if (answer.status === 404) throw new Over();
    if (!answer.ok) throw new Refused(answer.status);
    return answer.json();
  };

  const json = body => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const here = `conversations/${session.conversationId}`;
  const take = set => {
    if (set.watermark) ({ watermark } = set);
    for (const activity of set.activities) {
      activity$.next(activity);
      if (activity.from?.role === 'bot') answered(activity.channelData?.shouwang?.kind, activity.replyToId);
    }
  };

  /** Hears until the socket closes. Resolves to whether it ever opened. */
  const hear = address => new Promise(done => {
    const socket = new WebSocket(address);
    let opened = false;
    // A browser notices a dead line by writing to it.
    const pulse = setInterval(() => { if (socket.readyState === WebSocket.OPEN) socket.send(''); }, answerWithin);
    const late = setTimeout(() => socket.close(), openWithin);
    const over = event => {
      clearInterval(pulse);
      clearTimeout(late);
      socket.onmessage = socket.onclose = socket.onopen = null;
      socket.close();
      // Another window of this phone has taken the socket: two that fight for it would both be deaf.
      deaf = event?.reason === 'collision' ? most : opened ? 0 : deaf + 1;
      done(opened);
    };
    cut = over;
    socket.onopen = () => { clearTimeout(late); opened = true; tell('open'); };
    socket.onmessage = message => { if (message.data) take(JSON.parse(message.data)); };
    socket.onclose = over;
  });

  /** Asks again and again, where sockets do not come through. */
  const poll = async () => {
    while (!ended) {
      take(await good(`${here}/activities?watermark=${watermark}`));
      tell('open');
      await rest((hidden() ? 10 : 1) * seconds);
    }
  };

  const listen = async () => {
    for (let pause = seconds; !ended;) {
      try {
        const { streamUrl } = await (begun ? good(`${here}?watermark=${watermark}`) : good('conversations', json({ locale: 'zh-CN' })));
        begun = true;
        open();
        if (!streamUrl || deaf >= most) await poll();
        else if (await hear(streamUrl)) pause = seconds;
      } catch (failure) {
        if (failure instanceof Over) return finish();
      }
      if (ended) return undefined;
      tell('dropped');
      await rest(pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, longestPause);
    }
    return undefined;
  };
  const finish = () => { if (!ended) { end(); tell('over'); } };

  /** Sends until it is taken: the server knows by its name what it has already. */
  const deliver = async (path, message) => {
    const options = await message;
    for (let pause = seconds; !ended; pause = Math.min(pause * 2, longestPause)) {
      let wait = pause;
      try {
        const answer = await call(path, options);
        if (answer.ok) return (await answer.json()).id;
        if (answer.status === 404) throw new Over();
        if (answer.status < 500 && answer.status !== 429 && answer.status !== 408) throw new Refused(answer.status);
        wait = Math.max(pause, Number(answer.headers.get('Retry-After')) * seconds);
      } catch (failure) {
        if (failure instanceof Over) finish();
        if (failure instanceof Refused || failure instanceof Over) throw failure;
      }
      await rest(wait);
    }
    throw new Over();
  };

  const uploadOf = async message => {
    const body = new FormData();
    const named = message.attachments.map(({ contentUrl, ...it }) => it);
    body.append('activity', new Blob([JSON.stringify({ ...message, attachments: named })], { type: 'application/vnd.microsoft.activity' }));
    for (const { contentUrl, contentType, name } of message.attachments)
      body.append('file', new Blob([await (await fetch(contentUrl)).arrayBuffer()], { type: contentType }), name || 'photo');
    return { method: 'POST', body, within: uploadWithin };
  };

  /** In the order they were said; only words need not wait until photos have gone up a slow line. */
  const send = activity => {
    const files = activity.attachments?.length > 0;
    const sent = (files ? all : texts).then(() => files ? deliver(`${here}/upload`, uploadOf(activity)) : deliver(`${here}/activities`, json(activity)));
    const settled = sent.catch(() => {});
    if (!files) texts = settled;
    all = Promise.all([all, settled]);
    if (files) sent.then(id => photos.set(id, activity), () => {});
    return sent;
  };

  // Photos that come before the person has agreed are kept nowhere but on their own phone: this page sends them once more when they have.
  const photos = new Map(), early = new Set();
  const answered = (kind, id) => {
    if (kind === 'photos-wait') early.add(id);
    if (kind !== 'photos-again') return;
    const messages = [...early].map(sent => photos.get(sent)).filter(Boolean);
    early.clear();
    for (const message of messages) send({ ...message, channelData: { ...message.channelData, clientActivityID: `${message.channelData?.clientActivityID}-again` } }).catch(() => {});
  };

  // After sleep a line may look alive and be dead: take a new one. A large upload that goes on is let go on, except into a network that is gone.
  let looked = Date.now();
  const wake = (anew, longest) => {
    if (anew) {
      cut();
      for (const { within, end } of underWay) if (within <= longest) end.abort();
    }
    for (const end of [...rests]) end();
  };
  const slept = () => { const long = Date.now() - looked > asleepAfter; looked = Date.now(); return long; };
  const seen = () => { if (!hidden()) wake(slept(), answerWithin); };
  const online = () => wake(true, uploadWithin);
  const pulse = setInterval(() => { if (!hidden() && slept()) wake(true, answerWithin); }, 5 * seconds);
  const renewal = setInterval(() => { call('tokens/refresh', { method: 'POST' }).then(answer => answer.ok && answer.json()).then(fresh => { if (fresh) ({ token } = fresh); }).catch(() => {}); }, renewEvery);
  document.addEventListener('visibilitychange', seen);
  addEventListener('pageshow', seen);
  addEventListener('online', online);

  const end = () => {
    ended = true;
    open();
    clearInterval(pulse);
    clearInterval(renewal);
    document.removeEventListener('visibilitychange', seen);
    removeEventListener('pageshow', seen);
    removeEventListener('online', online);
    wake(true, uploadWithin);
  };

  state$.next(0);
  let listening = null;
  return {
    connectionStatus$: state$,
    activity$: {
      subscribe(listener) {
        if (!listening) { state$.next(1); listening = listen(); state$.next(2); }
        return activity$.subscribe(listener);
      },
    },
    postActivity: activity => ({
      subscribe(observer) {
        let wanted = true;
        send(activity).then(id => { if (wanted) { observer.next?.(id); observer.complete?.(); } }, failure => { if (wanted) observer.error?.(failure); });
        return { unsubscribe: () => { wanted = false; } };
      },
    }),
    get token() { return token; },
    end,
  };
};
