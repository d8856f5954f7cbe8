// Sums that the village sets itself: for single diseases, from a table too, and for every rung.
import { part, post } from '../assets/api.js';
import { amountInput, field, h } from '../assets/dom.js';
import { tell, working } from '../assets/live.js';

const sumOf = /^[0-9]+(\.[0-9]{1,2})?$/;
const plain = text => text.normalize('NFKC').trim().replace(/[,\s¥]|元$/g, '');

const sumInput = (value = '') => amountInput({ name: null, required: false, value, maxlength: 12 });

/** Changes here are no changes of the form around. */
const apart = { onchange: event => event.stopPropagation() };

/** Fields that begin with what another plan has, or with what was written before: own is [{ entry, name, sum }], rungs a sum for each grade or null; grades is [{ grade, name }]. changed is called where a press changes what is to be worked out. */
export const ownFields = (village, grades, { own = [], rungs = null } = {}, changed = () => {}) => {
  const rows = new Map(), list = h('div', { class: 'scrolled' }), place = h('div'), found = h('div', { role: 'group', 'aria-label': '可选的病种' });
  const count = h('p', { class: 'small', role: 'status' });
  const show = () => {
    list.replaceChildren(...[...rows.values()].map(it => it.node));
    count.textContent = rows.size > 0 ? `单独定了 ${rows.size} 种病，其余的按档补。` : '现在没有单独定的病种，都按档补。';
  };
  const add = ({ entry, name, sum = '' }) => {
    if (rows.has(entry)) {
      if (sum !== '') rows.get(entry).input.value = sum;
      return rows.get(entry);
    }
    const input = sumInput(sum);
    const row = { entry, name, input, node: h('div', { class: 'row' }, field(`${name}（${entry}）每次补（元）`, input),
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'second', 'aria-label': `去掉${name}`, onclick: () => { rows.delete(entry); show(); text.focus(); changed(); } }, '去掉'))) };
    rows.set(entry, row);
    return row;
  };
  const pick = it => { const row = add({ entry: it.entry, name: it.name }); found.replaceChildren(); text.value = ''; show(); row.input.focus(); };
  const text = h('input', { type: 'search', autocomplete: 'off', onkeydown: event => { if (event.key === 'Enter') { event.preventDefault(); search.click(); } } });
  const search = h('button', { type: 'button', class: 'second', onclick: () => working(search, place, async () => {
    const { matches, sure } = text.value.trim() ? await post('/api/diagnoses/match', { text: text.value.trim() }) : { matches: [] };
    if (matches.length === 0) throw new Error('没有找到这种病。请换个说法，例如“阑尾炎”。');
    if (sure) { pick(matches[0]); return; }
    found.replaceChildren(h('p', {}, '是哪一种？'), ...matches.map(it => h('button', { type: 'button', class: 'second', onclick: () => pick(it) }, it.name)));
    found.querySelector('button').focus();
  }) }, '添上这种病');
  /** What a table says and nobody can be sure of: a person says that it is meant. */
  const ask = it => {
    const button = h('button', { type: 'button', class: 'second', onclick: () => { add(it); show(); row.remove(); changed(); } }, '是，添上');
    const row = h('div', {}, h('p', {}, `第 ${it.row} 行写的是“${it.written}”，${it.sum} 元。是不是“${it.name}”？`), h('div', { class: 'actions' }, button));
    return row;
  };
  const files = h('input', { type: 'file', accept: '.csv,.xlsx,.txt' });
  const load = h('button', { type: 'button', class: 'second', onclick: () => working(load, place, async () => {
    if (!files.files[0]) throw new Error('请先选一个表格文件。');
    const read = await post(`/api/villages/${part(village)}/plans/sums`, files.files[0]);
    const sure = read.sums.filter(it => it.sure), doubtful = read.sums.filter(it => !it.sure);
    for (const it of sure) add(it);
    show();
    files.value = '';
    tell(place, read.bad.length + doubtful.length > 0 ? 'warn' : 'good', `读进来 ${sure.length} 种病。${read.bad.length > 0 ? `有问题的 ${read.bad.length} 行没有用上。` : ''}${doubtful.length > 0 ? `有 ${doubtful.length} 行拿不准是什么病，是下面的就点一下，不是的请按病名另外添。` : ''}`,
      read.bad.length > 0 && h('ul', {}, read.bad.slice(0, 200).map(it => h('li', {}, it.detail))),
      doubtful.length > 0 && h('div', { class: 'scrolled' }, doubtful.map(ask)));
    changed();
  }) }, '读进来');

  const each = grades.map(({ grade, name }, at) => ({ grade, name, input: sumInput(rungs?.[at] ?? '') }));
  const ladder = h('div', { class: 'row', hidden: !rungs }, each.map(it => field(`${it.name}每次补（元）`, it.input)));
  let suggested = [];
  const whole = h('input', { type: 'checkbox', checked: rungs !== null, onchange: event => {
    event.stopPropagation();
    ladder.hidden = !whole.checked;
    // Whoever begins has the sums that the money bears before him.
    if (whole.checked) each.forEach((it, at) => { it.input.value ||= plain(suggested[at] ?? ''); });
    changed();
  } });

  for (const it of own) add(it);
  show();
  const node = h('details', { open: own.length > 0 || rungs !== null }, h('summary', {}, '自己定补多少（可以不填）'),
    h('p', { class: 'small' }, '每种病按资金算出来的档补。村里想自己定的，写在这里，测算会算进去。'),
    h('h4', {}, '单独定几种病'), count, list,
    h('div', apart, field('病名', text, '添一种病'), found, h('div', { class: 'actions' }, search),
      field('或者从表格里读', files, 'Excel（.xlsx）或 CSV，要有“病种”（或“疾病编码”）和“补助金额”两列'), h('div', { class: 'actions' }, load)),
    place,
    h('h4', {}, '各档的数'), h('label', { class: 'choice' }, whole, '各档补多少也由村里定，不按资金算'), ladder);

  const checked = (name, input, blank) => {
    const sum = plain(input.value);
    if (sum === '' && blank) return null;
    if (!sumOf.test(sum)) { node.open = true; input.focus(); throw new Error(`“${name}”还没有写补多少元，或者写得不对。`); }
    return sum;
  };
  /** What a request takes. blanks: what is not written yet is left out, as long as things are tried. */
  const read = ({ blanks = false } = {}) => {
    const sums = Object.fromEntries([...rows.values()].map(it => [it.entry, checked(it.name, it.input, blanks)]).filter(([, sum]) => sum !== null));
    const all = whole.checked ? each.map(it => checked(it.name, it.input, blanks)) : [];
    return { ...(Object.keys(sums).length > 0 && { sums }), ...(all.length > 0 && !all.includes(null) && { rungs: Object.fromEntries(all.map((sum, at) => [each[at].grade, sum])) }) };
  };
  const state = () => ({ own: [...rows.values()].map(({ entry, name, input }) => ({ entry, name, sum: input.value })), rungs: whole.checked ? each.map(it => it.input.value) : null });
  /** Several diseases at once, with their sums. */
  const take = several => { for (const it of several) add(it); show(); changed(); };
  return { node, read, state, take, suggest: sums => { suggested = sums; } };
};
