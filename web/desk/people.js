// People: who wants a word, volunteers' cards, tying one's own chat.
import { fetched, get, part, post, remove } from '../assets/api.js';
import { field, h, table, values } from '../assets/dom.js';
import { confirmed, done, tell, working } from '../assets/live.js';
import { moment } from '../assets/words.js';

const kinds = { human: '想找人说', correct: '说内容不对', objection: '有异议', stuck: '办不下去', missing: '缺材料' };

const held = { objection: '这笔的钱，点了“办完了”才能发。', correct: '这笔补助，点了“办完了”才能审核。' };

/** What one person said, an answer to it, and that it is settled. How is always said of what holds up the money, and the person hears it. */
export const callCard = (village, call, refresh, ...more) => {
  const address = `/api/villages/${part(village)}/calls/${part(call.id)}`;
  const place = h('div'), words = h('textarea', { name: 'words', rows: 2, maxlength: 300, required: true });
  const send = h('button', {}, '回话'), over = h('button', { type: 'button', class: 'second' }, '办完了');
  const typed = () => words.value.trim();
  over.addEventListener('click', () => working(over, place, async () => {
    if (call.holdsUp && !typed()) throw new Error('请先写明查得怎么样、怎么办的，再点“办完了”。');
    await post(`${address}/done`, typed() ? { words: typed() } : {});
    done('记下了，这条办完了。');
    await refresh();
  }));
  const hint = call.answerable ? '会发到这位村民的聊天里，写得让人看得懂。' : call.notedBy ? `这是${call.notedBy}在办公室记下的，请当面或打电话回他。` : '这位村民已经删除了资料，只能当面或打电话。';
  return h('article', { class: 'panel' },
    h('h3', {}, `${moment(call.at)} · ${kinds[call.kind] ?? '来话'}`),
    h('p', {}, call.words),
    more,
    h('form', { 'data-keep': `call-${call.id}`, onsubmit: event => { event.preventDefault(); if (call.answerable) working(send, place, async () => { await post(`${address}/answer`, { words: typed() }); words.value = ''; tell(place, 'good', '话已经发到村民的聊天里。'); }); } },
      call.answerable || call.holdsUp ? field(call.answerable ? '回话' : '怎么办的', words, `${hint}${call.holdsUp ? held[call.kind] : ''}`) : h('p', { class: 'small' }, hint),
      place, h('div', { class: 'actions' }, call.answerable && send, over)));
};

/** Calls: villagers who want a person. */
export const callsView = async (village, refresh) => {
  const { calls } = await get(`/api/villages/${part(village)}/calls`);
  return {
    title: '村民来话',
    nodes: [
      h('p', {}, calls.length > 0 ? `有 ${calls.length} 条等回话。` : '现在没有等回话的。'),
      calls.map(call => callCard(village, call, refresh, call.claim && h('p', {}, h('a', { href: `#/claims/${part(call.claim)}` }, '看这笔申请')))),
    ],
  };
};

const cardOf = async (village, card) => h('div', { class: 'panel card' },
  h('img', { src: await fetched(`/api/villages/${part(village)}/volunteers/${part(card.number)}/qr`), alt: `代办证 ${card.number} 的查验二维码`, width: 240, height: 240 }),
  h('h3', {}, `代办证 · ${card.name}`),
  h('p', {}, `编号 ${card.number}`),
  h('p', {}, '扫码可以查这张证真不真。代办员只帮您拍单据、交资料，不收钱，不问密码。'));

/** Volunteers: cards issued, shown for printing, taken back. */
export const volunteersView = async me => {
  const address = `/api/villages/${part(me.village)}/volunteers`;
  const shown = h('div', { 'aria-live': 'polite' }), place = h('div'), list = h('div', { class: 'screen-only' }), add = h('button', {}, '发证');
  const show = async (card, code) => {
    shown.replaceChildren(await cardOf(me.village, card),
      code ? h('div', { class: 'good screen-only' }, h('p', {}, '请代办员在自己的聊天里发这几个字：'), h('p', { class: 'capitals' }, code.send), h('p', {}, `${moment(code.expires)} 以前有效，只能用一次。`)) : '',
      h('div', { class: 'actions' }, h('button', { type: 'button', onclick: () => print() }, '打印这张证')));
    shown.scrollIntoView();
  };
  const act = (label, kind, what) => { const button = h('button', { type: 'button', class: kind, onclick: () => working(button, place, what) }, label); return button; };
  const takeBack = async card => {
    if (!await confirmed({ title: `收回${card.name}的代办证`, body: ['收回以后，他不能再替人交资料，扫码也会显示已收回。'], yes: '收回', danger: true })) return;
    await remove(`${address}/${part(card.number)}`);
    shown.replaceChildren();
    done(`${card.name}的代办证收回了。`);
    await load();
  };
  const load = async () => list.replaceChildren(table('发出的证', [
    { head: '姓名', of: it => it.name },
    { head: '编号', of: it => it.number },
    { head: '电话', of: it => it.phone },
    { head: '发证', of: it => `${moment(it.issued)}，${it.issuedBy}` },
    { head: '能办', of: it => it.valid ? h('div', { class: 'actions' },
      act('看证', 'second', () => show(it)),
      me.role === 'officer' && act('重发绑定码', 'second', async () => { await show(it, await post(`${address}/${part(it.number)}/code`)); }),
      me.role === 'officer' && act('收回', 'danger', () => takeBack(it))) : '已收回' },
  ], (await get(address)).volunteers, '还没有发过代办证。'));
  await load();
  return {
    title: '代办员',
    nodes: [
      h('p', { class: 'screen-only' }, '代办员帮不会用手机的人拍单据、交资料。每人一张证，村民扫码能查真假。'),
      shown, list,
      me.role === 'officer' && h('form', {
        class: 'panel screen-only',
        onsubmit: event => {
          event.preventDefault();
          const form = event.target;
          working(add, place, async () => { const issued = await post(address, values(form)); form.reset(); await load(); await show(issued.volunteer, issued); });
        },
      }, h('h3', {}, '发一张新证'), h('div', { class: 'row' }, field('姓名', h('input', { name: 'name', required: true, maxlength: 40, autocomplete: 'off' })), field('电话', h('input', { name: 'phone', required: true, inputmode: 'tel', maxlength: 20, autocomplete: 'off' }))), h('div', { class: 'actions' }, add)),
      place,
    ],
  };
};

/** Tying one's own chat, so that news comes there. */
export const meView = me => {
  const place = h('div');
  const button = h('button', { type: 'button', onclick: () => working(button, place, async () => {
    const { code, expires } = await post(`/api/villages/${part(me.village)}/staff/${part(me.id)}/link-code`);
    tell(place, 'good', '请在您自己的聊天里发：', h('p', { class: 'capitals' }, `绑定 ${code}`), `${moment(expires)} 以前有效，只能用一次。`);
  }) }, '要一个绑定码');
  return { title: '绑定我的聊天', nodes: [h('p', {}, '绑定以后，有新申请、有村民找人，都会发到您的聊天里。'), h('div', { class: 'actions' }, button), place] };
};
