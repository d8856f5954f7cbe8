// The frame of a page for staff: signing in, tabs, one view at a time by the part of the address behind #.
import { get, inWords, key } from './api.js';
import { field, h } from './dom.js';
import { recall, remember } from './kept.js';
import { done, forget, say, tell, working } from './live.js';

const roles = { administrator: '县管理员', officer: '经办人', checker: '复核人' };
const at = id => document.getElementById(id);

const signIn = (words, enter) => {
  const place = h('div');
  const input = h('input', { type: 'password', name: 'key', required: true, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const button = h('button', {}, '登录');
  const form = h('form', {
    class: 'panel',
    onsubmit: event => {
      event.preventDefault();
      working(button, place, async () => {
        key.set(input.value.trim());
        let me;
        try { me = await get('/api/me'); } catch (failure) { key.forget(); throw failure; }
        await enter(me);
      });
    },
  }, h('h2', { tabindex: '-1' }, '登录'), words && h('p', { class: 'note' }, words),
  field('个人密钥', input, '县管理员发给您的那一串字。只在这个窗口里有效，关掉窗口就退出了；不要告诉别人。'), place, h('div', { class: 'actions' }, button));
  at('main').replaceChildren(form);
  input.focus();
};

/**
 * Runs the page.
 * name: of the page; allow(me): null, or why this person is not let in; tabs(me): [[address, words], …];
 * view(me, parts): { title, nodes } or a promise of it.
 */
export const run = ({ name, allow, tabs, view }) => {
  let me = null, asked = 0, shown = '';
  const keep = () => { if (shown) remember(at('main'), shown); shown = ''; };

  const show = async () => {
    const turn = ++asked;
    const { hash } = location;
    const parts = hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
    const main = at('main');
    for (const link of document.querySelectorAll('nav.tabs a')) {
      const mine = link.hash.replace(/^#\/?/, '') === (parts[0] ?? '');
      if (mine) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
    }
    main.setAttribute('aria-busy', 'true');
    let found;
    try {
      found = await view(me, parts);
    } catch (failure) {
      if (turn !== asked || !me) return;
      const again = h('button', { type: 'button', onclick: show }, '再试一次');
      found = { title: '没有打开', nodes: [h('p', { class: 'bad' }, inWords(failure)), h('div', { class: 'actions' }, again)] };
    }
    if (turn !== asked || !me) return;
    const title = h('h2', { tabindex: '-1' }, found.title);
    keep();
    main.replaceChildren(title, ...found.nodes.flat(2).filter(Boolean));
    shown = `${me.village ?? ''} ${me.id} ${hash}`;
    recall(main, shown);
    main.removeAttribute('aria-busy');
    document.title = `${found.title} · ${name}`;
    title.focus({ preventScroll: true });
    scrollTo(0, 0);
  };

  const leave = words => {
    key.forget();
    forget();
    keep();
    me = null;
    asked++;
    at('tabs').hidden = true;
    at('leave').hidden = true;
    at('who').textContent = '';
    at('main').removeAttribute('aria-busy');
    document.title = name;
    signIn(words, enter);
  };

  const enter = async who => {
    const why = allow(who);
    if (why) { key.forget(); throw new Error(why); }
    me = who;
    at('who').textContent = `${who.name}（${roles[who.role] ?? who.role}）`;
    at('leave').hidden = false;
    at('tabs').hidden = false;
    at('tabs').replaceChildren(h('ul', {}, (await tabs(who)).map(([address, words]) => h('li', {}, h('a', { href: `#/${address}` }, words)))));
    say(`已登录：${who.name}`);
    await show();
  };

  document.querySelector('.skip').addEventListener('click', event => { event.preventDefault(); at('main').focus(); });
  at('leave').addEventListener('click', () => leave('已经退出。'));
  addEventListener('signed-out', () => { if (me) leave('密钥已经停用或换过了，请重新登录。'); });
  // Somebody's part in the village was changed while the page was open: what they may do now is shown.
  addEventListener('role-wrong', async () => {
    const now = me && await get('/api/me').catch(() => null);
    if (!now || !me || now.role === me.role) return;
    await enter(now);
    done(`您现在是${roles[now.role] ?? now.role}了，刚才那件事没有办。`, 'warn');
  });
  addEventListener('submit', forget, true);
  // What was about to be done belongs to the view that goes.
  addEventListener('hashchange', () => { forget(); document.querySelector('dialog[open]')?.close(); if (me) show(); });
  // Somebody else was faster, or an answer was lost on its way: what stands now is shown, and said.
  addEventListener('changed-meanwhile', async ({ detail }) => { if (!me) return; await show(); done(detail, 'warn'); });
  if (!key.get()) signIn('', enter);
  else get('/api/me').then(enter).catch(failure => { if (failure.status === 0) tell(at('main'), 'bad', inWords(failure)); else leave(''); });
  return { refresh: show };
};
