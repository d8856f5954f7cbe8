// What only a checker does with the books: an entry taken back, a year brought to its end.
import { get, part, post } from '../assets/api.js';
import { field, h, values } from '../assets/dom.js';
import { confirmed, done, working } from '../assets/live.js';
import { today } from '../assets/words.js';

const form = (title, hint, label, fields, act) => {
  const place = h('div'), button = h('button', { class: 'second' }, label);
  return h('form', {
    class: 'panel',
    onsubmit: event => {
      event.preventDefault();
      const said = values(event.target);
      working(button, place, () => act(said));
    },
  }, h('h3', {}, title), h('p', { class: 'small' }, hint), h('div', { class: 'row' }, fields), place, h('div', { class: 'actions' }, button));
};

/** told: an entry in words. */
export const closingForms = (address, told, refresh) => [
  form('冲销记错的一笔', '谁记的，要由另一个人冲销。补助记错了不在这里冲，到那笔申请里“重新办理”。', '冲销',
    [field('冲销哪一笔的编号', h('input', { name: 'entry', required: true, inputmode: 'numeric', pattern: '[0-9]+', autocomplete: 'off' }), '下面“账目”里最左边的数，不是银行回单上的号码'), field('为什么冲销', h('input', { name: 'reason', required: true, maxlength: 60, autocomplete: 'off' }))],
    async ({ entry, reason }) => {
      const found = await get(`${address}/entries/${part(entry)}`);
      if (!await confirmed({ title: `冲销第 ${entry} 笔`, body: [h('p', {}, h('strong', {}, told(found.entry.posting))), '原来那笔不会消失，另记一笔把它冲掉。冲销以后不能再冲回来。'], yes: '冲销', danger: true })) return;
      await post(`${address}/entries/${part(entry)}/reversal`, { reason });
      done(`第 ${entry} 笔冲销了。`);
      await refresh();
    }),
  form('年终结转', '一年的收支结清，剩下的钱转到下一年。结转以后，那一年不能再记账；欠着没发的补助和没用完的定向捐赠照旧。', '结转',
    [field('结转哪一年', h('input', { name: 'year', required: true, inputmode: 'numeric', pattern: '[0-9]+', autocomplete: 'off', value: String(Number(today().slice(0, 4)) - 1) }))],
    async ({ year }) => {
      if (!await confirmed({ title: `结转 ${year} 年`, body: [`请先确认 ${year} 年的银行流水都核对完了。结转以后，${year} 年不能再记账。`], yes: '结转', danger: true })) return;
      await post(`${address}/years/${part(year)}/close`);
      done(`${year} 年结转了，剩下的钱转到了下一年。`);
      await refresh();
    }),
];
