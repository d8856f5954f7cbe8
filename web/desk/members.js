// The roster: who is in it, joining, leaving, and bringing it in from a file.
import { get, part, post } from '../assets/api.js';
import { field, fill, h, select, table, values } from '../assets/dom.js';
import { confirmed, done, words, working } from '../assets/live.js';
import { day, today } from '../assets/words.js';

const reasons = [['left', '退会'], ['moved', '迁出'], ['died', '去世']];
const reasonName = why => Object.fromEntries(reasons)[why] ?? why;

const rows = (address, me, refresh) => [
  { head: '姓名', of: it => it.name },
  { head: '身份证末四位', of: it => it.tail },
  { head: '出生', of: it => day(it.born) },
  { head: '户号', of: it => it.household ?? '' },
  { head: '入会', of: it => day(it.joined) },
  { head: '现在', of: it => it.left ? `${reasonName(it.leftWhy)}，到 ${day(it.left)}` : me.role === 'officer' ? leave(address, it, refresh) : '在会' },
];

const leave = (address, member, refresh) => {
  const why = select(reasons, 'left', { name: 'why' }), last = h('input', { type: 'date', name: 'last', value: today(), required: true });
  const place = h('div');
  const button = h('button', { type: 'button', class: 'second', onclick: () => working(button, place, async () => {
    if (!await confirmed({ title: `${member.name}离开互助会`, body: [field('为什么', why), field('最后一天', last)], yes: '记下' })) return;
    await post(`${address}/${part(member.id)}/leave`, { why: why.value, last: last.value });
    done(`${member.name}离开，记下了。`);
    await refresh();
  }) }, '离开');
  return [button, place];
};

/** Looks first, names every bad row, and writes only when told to. */
const importForm = (address, refresh) => {
  const place = h('div'), files = h('input', { type: 'file', name: 'file', accept: '.csv,.xlsx,.txt', required: true });
  const joined = h('input', { type: 'date', name: 'joined', value: today() }), button = h('button', {}, '先看一看');
  const send = apply => { const body = new FormData(); body.append('file', files.files[0]); return post(`${address}/import?joined=${joined.value}${apply ? '&apply=true' : ''}`, body); };
  const list = (title, faults) => faults.length > 0 && h('details', { open: faults.length <= 20 }, h('summary', {}, `${title}（${faults.length}）`), h('ul', {}, faults.slice(0, 500).map(it => h('li', {}, it.detail))), faults.length > 500 && h('p', {}, '只列出前 500 条。改好这些再导一次。'));
  const show = found => {
    const apply = h('button', { type: 'button', onclick: () => working(apply, place, async () => {
      const brought = await send(true);
      await refresh();
      done(`导好了：新增 ${brought.added} 人，更新 ${brought.changed} 人。`);
    }) }, `导入这 ${found.good} 人`);
    fill(place,
      words(found.bad > 0 ? 'warn' : 'good', `能用的 ${found.good} 行：新增 ${found.added} 人，更新 ${found.changed} 人，没变的 ${found.unchanged} 人。有问题的 ${found.bad} 行，不会导入。现在还什么都没有改。`),
      list('有问题的行', found.faults), list('请再核对的行', found.warnings),
      h('div', { class: 'actions' }, found.good > 0 && apply));
  };
  return h('form', { class: 'panel', onsubmit: event => { event.preventDefault(); working(button, place, async () => show(await send(false))); } },
    h('h3', {}, '从表格导入名册'), h('div', { class: 'row' },
      field('名册文件', files, 'Excel（.xlsx）或 CSV，要有姓名和身份证号两栏'),
      field('没写入会日期的，算哪天入会', joined, '在这天以前出院的，不算会员，不能补')),
    h('div', { class: 'actions' }, button), place);
};

const joinForm = (address, refresh) => {
  const place = h('div'), button = h('button', {}, '登记');
  return h('form', {
    class: 'panel',
    onsubmit: event => {
      event.preventDefault();
      const form = event.target;
      working(button, place, async () => {
        const { member, warnings } = await post(address, values(form));
        form.reset();
        done(`${member.name}登记好了。${warnings.map(it => it.detail).join('')}`);
        await refresh();
      });
    },
  }, h('h3', {}, '登记一个人'), h('div', { class: 'row' },
    field('姓名', h('input', { name: 'name', required: true, maxlength: 40, autocomplete: 'off' })),
    field('身份证号', h('input', { name: 'idNumber', required: true, minlength: 18, maxlength: 18, autocomplete: 'off' })),
    field('入会日期', h('input', { name: 'joined', type: 'date', value: today(), required: true })),
    field('户号', h('input', { name: 'household', maxlength: 40, autocomplete: 'off' }))), place, h('div', { class: 'actions' }, button));
};

export const membersView = async (me, refresh) => {
  const address = `/api/villages/${part(me.village)}/members`;
  const place = h('div'), result = h('div'), search = h('button', { class: 'second' }, '查');
  let all = [];
  const load = async after => {
    const found = await get(`${address}?on=${today()}&size=50${after ? `&after=${part(after)}` : ''}`);
    all = after ? [...all, ...found.members] : found.members;
    const more = h('button', { type: 'button', class: 'second', onclick: () => working(more, null, () => load(found.next)) }, '再看 50 人');
    fill(result, h('p', { role: 'status' }, `今天在会的一共 ${found.count} 人。`), table('名册', rows(address, me, refresh), all, '名册还是空的。'), found.next && h('div', { class: 'actions' }, more));
  };
  await load();
  return {
    title: '名册',
    nodes: [
      h('form', {
        role: 'search',
        onsubmit: event => {
          event.preventDefault();
          const name = new FormData(event.target).get('name').trim();
          working(search, place, async () => {
            if (!name) { await load(); return; }
            const found = await post(`${address}/search`, { name });
            result.replaceChildren(h('p', { role: 'status' }, `找到 ${found.count} 人。`), table('名册', rows(address, me, refresh), found.members, '没有这个人。'));
          });
        },
      }, field('找人', h('input', { name: 'name', type: 'search', maxlength: 40, autocomplete: 'off' }), '按姓名；空着就看全部'), h('div', { class: 'actions' }, search)),
      place, result,
      me.role === 'officer' && [joinForm(address, refresh), importForm(address, refresh)],
    ],
  };
};
