// Calls of the interface with the key of whoever signed in. The key lives in this tab alone: in no address, no cookie, no other tab.

const place = 'shouwang-key';
let stay = new AbortController(), gone = false;

export const key = {
  get: () => sessionStorage.getItem(place),
  set: value => sessionStorage.setItem(place, value),
  // What was still under way belongs to whoever leaves: it must not go on with nobody's key, or with the next person's.
  forget: () => { sessionStorage.removeItem(place); stay.abort(); stay = new AbortController(); gone = true; },
};

/** A call that was not answered as hoped; the message says in words what is wrong and what to do. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? (status === 0 ? '连不上系统。请看看网络是否正常，再试一次。' : '系统没有办成这件事。请过几分钟再试。'));
    this.status = status;
    this.code = problem.code ?? (status === 0 ? 'offline' : 'failed');
    this.field = problem.field;
    this.problem = problem;
  }
}

// What the page shows is no longer so.
const stale = ['claim-changed', 'amount-changed', 'move-unknown', 'claim-settled', 'call-settled'];

const left = { code: 'signed-out', detail: '已经退出，这件事没有办完。请重新登录。' };

const ask = async (method, path, body, headers = {}) => {
  const form = body instanceof FormData || body instanceof Blob;
  const { signal } = stay;
  if (gone && !key.get()) throw new Refusal(401, left);
  let answer;
  try {
    answer = await fetch(path, {
      method,
      signal,
      headers: { ...(key.get() && { Authorization: `Bearer ${key.get()}` }), ...(body !== undefined && !form && { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined || form ? body : JSON.stringify(body),
      cache: 'no-store',
    });
  } catch {
    throw signal.aborted ? new Refusal(401, left) : new Refusal(0, {});
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    if (answer.status === 401 || problem.code === 'key-wrong') dispatchEvent(new Event('signed-out'));
    if (problem.code === 'role-wrong') dispatchEvent(new Event('role-wrong'));
    if (stale.includes(problem.code)) dispatchEvent(new CustomEvent('changed-meanwhile', { detail: problem.detail }));
    throw new Refusal(answer.status, problem);
  }
  return answer;
};

const json = async answer => {
  const text = await answer.text();
  return text ? JSON.parse(text) : {};
};

export const get = async path => json(await ask('GET', path));
export const post = async (path, body = {}, headers) => json(await ask('POST', path, body, headers));
export const put = async (path, body = {}, headers) => json(await ask('PUT', path, body, headers));
export const remove = async path => json(await ask('DELETE', path));

/** What lies there, as an address that this tab alone can read: a photo, a document. */
export const fetched = async path => URL.createObjectURL(await (await ask('GET', path)).blob());

/** What lies there, as text. */
export const text = async path => (await ask('GET', path)).text();

/** What went wrong, in words a person can use. */
export const inWords = failure => failure.constructor === Error || failure instanceof Refusal ? failure.message : '页面出了点问题，没有办成。请刷新后再试；还是不行，请告诉县管理员。';

/** One step of an address. */
export const part = encodeURIComponent;
