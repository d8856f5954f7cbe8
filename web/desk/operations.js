// Sums by operation, beside those by disease: which operations, how much each, and which of the two counts.
import { post } from '../assets/api.js';
import { field, h, select } from '../assets/dom.js';
import { working } from '../assets/live.js';

const leads = [['higher', '按高的补'], ['operation', '做了列出的手术，就按手术补，不按病种补']];
const sumOf = /^[0-9]+(\.[0-9]{1,2})?$/;

/** Fields that begin with what another plan has; read() gives what a request for a plan takes. */
export const operationFields = ({ operations = {}, operationNames = {}, operationLead = 'higher' } = {}) => {
  const rows = new Map(), list = h('div'), place = h('div');
  const none = h('p', { class: 'small' }, '现在没有按手术补的，全部按病种补。');
  const lead = select(leads, operationLead), leadField = field('一次住院病种有数、手术也有数', lead);
  const show = () => {
    list.replaceChildren(...(rows.size > 0 ? [...rows.values()].map(it => it.node) : [none]));
    leadField.hidden = rows.size === 0;
  };
  const add = (code, name, sum = '') => {
    if (rows.has(code)) return rows.get(code);
    const input = h('input', { value: sum, inputmode: 'decimal', autocomplete: 'off', maxlength: 12 });
    const row = { input, name, node: h('div', { class: 'row' }, field(`${name}（${code}）每次补（元）`, input),
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'second', 'aria-label': `去掉${name}`, onclick: () => { rows.delete(code); show(); text.focus(); } }, '去掉'))) };
    rows.set(code, row);
    return row;
  };
  const text = h('input', { type: 'search', autocomplete: 'off', onkeydown: event => { if (event.key === 'Enter') { event.preventDefault(); search.click(); } } });
  const search = h('button', { type: 'button', class: 'second', onclick: () => working(search, place, async () => {
    const found = text.value.trim() ? (await post('/api/diagnoses/match', { text: text.value.trim() })).operations : [];
    if (found.length === 0) throw new Error('没有找到这种手术。请写手术的全名，例如“腹腔镜阑尾切除术”。');
    const added = found.map(it => add(it.code, it.name));
    text.value = '';
    show();
    added[0].input.focus();
  }) }, '添上这种手术');
  for (const [code, sum] of Object.entries(operations)) add(code, operationNames[code] ?? code, sum);
  show();
  // What is entered here changes nothing that is worked out.
  const node = h('details', { open: rows.size > 0, onchange: event => event.stopPropagation() }, h('summary', {}, '也按手术补（可以不填）'),
    h('p', { class: 'small' }, '按手术补要花多少钱，系统算不出来，测算里没有。写了手术，请多留一些准备。'),
    list, leadField, field('手术名称', text, '照出院记录上的写法'), place, h('div', { class: 'actions' }, search));
  const read = () => {
    const sums = {};
    for (const [code, { input, name }] of rows) {
      const sum = input.value.trim().replace(/,/g, '');
      if (!sumOf.test(sum) || Number(sum) === 0) { node.open = true; input.focus(); throw new Error(`“${name}”还没有写补多少元，或者写得不对。不补就点“去掉”。`); }
      sums[code] = sum;
    }
    return rows.size > 0 ? { operations: sums, operationLead: lead.value } : {};
  };
  const state = () => ({ operations: Object.fromEntries([...rows].map(([code, { input }]) => [code, input.value])), operationNames: Object.fromEntries([...rows].map(([code, { name }]) => [code, name])), operationLead: lead.value });
  return { node, read, state };
};
