// Money in: members, the collective, givers; receipts to print; and the bank's rows held against the ledger.
import { get, part, post } from '../assets/api.js';
import { amountInput, field, fill, h, select, table, values } from '../assets/dom.js';
import { confirmed, done, tell, words, working } from '../assets/live.js';
import { capitals, day, inYuan, plus, today, yuan } from '../assets/words.js';
import { householdForm, payers } from './household.js';

const amount = (label = '金额（元）') => field(label, amountInput());
const date = () => field('日期', h('input', { name: 'date', type: 'date', value: today(), required: true }));
const to = () => field('收到哪里', select([['bank', '银行专户'], ['cash', '现金']], 'bank', { name: 'to' }));
const reference = () => field('凭证号', h('input', { name: 'reference', required: true, maxlength: 60, autocomplete: 'off' }), '银行回单或收据本上的号码，同一号只记一次');

const receipt = (village, it) => h('article', { class: 'paper receipt' },
  h('h3', {}, '收款凭证'), h('p', {}, `编号 ${it.entry}　${day(it.date)}`),
  h('p', {}, `今收到 ${it.name ?? it.payer ?? ''}${it.year ? ` ${it.year} 年` : ''}互助资金 `, h('strong', {}, inYuan(it.amount)), `（${it.inWords}）`),
  h('p', {}, '验证码 ', h('code', {}, it.code)),
  h('p', {}, `拿编号和验证码，可以在 ${location.origin}/board/${village}/proof 查这一笔在不在村里的总账里。`),
  h('p', {}, '收款人签名：＿＿＿＿＿＿'));

const receiptsIn = (place, village, receipts) => {
  place.replaceChildren(words('good', receipts.every(it => it.before) ? '这笔以前记过，没有重复记。凭证在下面。' : '记好了，凭证在下面。'),
    receipts.length > 1 ? h('p', {}, `一共 ${receipts.length} 人，${inYuan(plus(receipts.map(it => it.amount)))}。`) : '',
    h('div', { class: 'actions' }, h('button', { type: 'button', onclick: () => print() }, '打印凭证')), ...receipts.map(it => receipt(village, it)));
};

/** A form that enters money once it was confirmed in words. */
const entering = (title, fields, village, shown, send) => {
  const place = h('div'), button = h('button', {}, '记下');
  return h('form', {
    class: 'panel screen-only',
    onsubmit: event => {
      event.preventDefault();
      const form = event.target, body = values(form);
      working(button, place, async () => {
        if (!await confirmed({ title, body: [h('p', { class: 'capitals' }, `${inYuan(body.amount)}，${capitals(body.amount)}`)], yes: '记下' })) return;
        const { receipts } = await send(body);
        form.reset();
        receiptsIn(shown, village, receipts);
        shown.scrollIntoView();
      });
    },
  }, h('h3', {}, title), h('div', { class: 'row' }, fields), place, h('div', { class: 'actions' }, button));
};

/** Where rows are bad they stay named on the page, and only what stands beside them is brought up to date. */
const importForm = (title, hint, address, said, refresh, beside) => {
  const place = h('div'), files = h('input', { type: 'file', name: 'file', accept: '.csv,.xlsx,.txt', required: true }), button = h('button', { class: 'second' }, '导入');
  return h('form', {
    class: 'panel screen-only',
    onsubmit: event => {
      event.preventDefault();
      working(button, place, async () => {
        const found = await post(address, files.files[0]);
        tell(place, found.bad.length > 0 ? 'warn' : 'good', said(found), ...(found.bad.length > 0 ? [h('ul', {}, found.bad.slice(0, 200).map(it => h('li', {}, it.detail.startsWith('第') ? it.detail : `第 ${it.row} 行：${it.detail}`)))] : []));
        if (found.bad.length > 0) { await beside(); return; }
        done(said(found));
        await refresh();
      });
    },
  }, h('h3', {}, title), field('文件', files, hint), h('div', { class: 'actions' }, button), place);
};

/** Fees are often collected before the year begins, and some come late. */
const yearChoice = year => {
  const now = Number(today().slice(0, 4)), years = [...new Set([now + 1, now, now - 1, year])].sort((a, b) => b - a);
  const list = select(years.map(it => [String(it), `${it} 年`]), String(year), { onchange: event => { location.hash = `#/income/${event.target.value}`; } });
  return h('div', { class: 'screen-only' }, field('收哪一年的', list));
};

export const incomeView = async (me, refresh, asked) => {
  const village = me.village, address = `/api/villages/${part(village)}/contributions`, year = /^20\d\d$/.test(asked ?? '') ? Number(asked) : Number(today().slice(0, 4));
  const paid = await get(`${address}?year=${year}`);
  const shown = h('div');
  const counted = h('p', { class: 'screen-only' });
  const count = it => { counted.textContent = `${year} 年：${it.members} 人里 ${it.paid} 人交了，${it.unpaid.length} 人还没交。`; };
  const { people, offered, offer } = payers();
  const byName = new Intl.Collator('zh-CN').compare;
  const list = h('div', { class: 'screen-only' });
  const tell = found => {
    count(found);
    const unpaid = [...found.unpaid].sort((a, b) => byName(a.name, b.name));
    offer(unpaid);
    const open = list.querySelector('details')?.open;
    fill(list, h('details', { open }, h('summary', {}, `还没交的 ${unpaid.length} 人`), table('还没交的', [{ head: '姓名', of: it => it.name }, { head: '身份证末四位', of: it => it.tail }, { head: '户号', of: it => it.household ?? '' }], unpaid, '都交了。')));
  };
  tell(paid);
  const recount = async () => tell(await get(`${address}?year=${year}`));
  const pays = async receipts => { receiptsIn(shown, village, receipts); shown.scrollIntoView(); await recount(); };
  return {
    title: '出资',
    nodes: [
      shown,
      yearChoice(year),
      counted,
      me.role === 'officer' && [
        people.size > 0 && householdForm({ address, year, people, offered }, [amount('每人金额（元）'), date(), to(), field('别人代交的，写谁', h('input', { name: 'payer', maxlength: 60, autocomplete: 'off' }), '困难户由村集体或单位代交')], pays),
        importForm('一次导入很多人的出资', 'Excel（.xlsx）或 CSV，要有姓名、身份证号、金额三栏，日期可以不写', `${address}/import?year=${year}`, found => `${found.rows} 行：记了 ${found.entered} 笔，以前记过 ${found.before} 笔，有问题 ${found.bad.length} 行。`, refresh, recount),
        entering('村集体出资', [amount(), date(), reference(), to()], village, shown, body => post(`${address}/collective`, { year, ...body })),
        entering('捐赠', [amount(), date(), reference(), field('公示上怎么称呼', h('input', { name: 'payer', maxlength: 60, autocomplete: 'off' }), '空着就写“热心村民”'), field('指定用途', select([['', '不限'], ['serious', '只用于大病'], ['minor', '只用于小病']], '', { name: 'purpose' })), to()], village, shown, body => post(`${address}/gifts`, body)),
      ],
      list,
    ],
  };
};

/** Rows of bank statements that no entry explains yet. */
const most = 100;

export const bankView = async (me, refresh) => {
  const address = `/api/villages/${part(me.village)}/bank`;
  const place = h('div'), open = h('div');
  const confirm = (row, entry) => {
    const button = h('button', { type: 'button', class: 'second', onclick: () => working(button, place, async () => { await post(`${address}/rows/${part(row.row)}/confirm`, { entry: entry.entry }); done('对上了。'); await refresh(); }) }, `就是第 ${entry.entry} 笔：${day(entry.date)}${entry.name ? `，${entry.name}` : ''}`);
    return button;
  };
  const withRows = rows => rows.length > 0 ? { with: rows.map(it => ({ row: it.row })) } : {};
  const confirmList = (row, it) => {
    const back = it.returned.length > 0 ? `，连同退回来的 ${it.returned.map(one => inYuan(one.amount)).join('、')}` : '';
    const button = h('button', { type: 'button', class: 'second', onclick: () => working(button, place, async () => { await post(`${address}/rows/${part(row.row)}/confirm`, { list: it.list, ...withRows(it.returned) }); done('对上了。'); await refresh(); }) }, `就是代发清单 ${it.list} 的 ${it.entries.length} 笔${back}`);
    return button;
  };
  const cancel = (row, other) => {
    const button = h('button', { type: 'button', class: 'second', onclick: () => working(button, place, async () => {
      if (!await confirmed({ title: '两行流水抵掉', body: [`${[row, other].map(it => `${day(it.date)}，${it.name ? `${it.name}，` : ''}${inYuan(it.amount)}${it.text ? `（${it.text}）` : ''}`).join('；')}。`, '是银行付错、付重又退回来的，或者收错又退掉的，才能抵掉。抵掉以后账不变。'], yes: '抵掉' })) return;
      await post(`${address}/rows/${part(row.row)}/confirm`, withRows([other]));
      done('抵掉了。');
      await refresh();
    }) }, `和 ${day(other.date)}${other.name ? ` ${other.name}` : ''} ${inYuan(other.amount)} 抵掉`);
    return button;
  };
  const choices = row => [...row.lists.map(list => confirmList(row, list)), ...row.candidates.map(entry => confirm(row, entry)), ...row.opposite.map(other => cancel(row, other))];
  const undo = row => {
    const button = h('button', { type: 'button', class: 'second', onclick: () => working(button, place, async () => {
      const meant = row.entries.length > 0 ? `对的是第 ${row.entries.join('、')} 笔账` : '是和另一行流水抵掉的';
      if (!await confirmed({ title: '这行流水对错了', body: [`${day(row.date)}，${inYuan(row.amount)}，${meant}。拆开以后，都回到没对上的里面，账不变。`], yes: '拆开' })) return;
      await post(`${address}/rows/${part(row.row)}/part`, row.entries.length > 0 ? { entry: row.entries[0] } : {});
      done('拆开了，请重新对。');
      await refresh();
    }) }, '对错了');
    return button;
  };
  const load = async () => {
    const { rows, entries, confirmed: matched } = await get(`${address}/open`);
    fill(open,
      table('还没对上的流水', [
        { head: '日期', of: it => day(it.date) }, { head: '金额（元）', number: true, of: it => yuan(it.amount) }, { head: '对方', of: it => `${it.name ?? ''}${it.tail ? ` 尾号 ${it.tail}` : ''}` }, { head: '摘要', of: it => it.text ?? '' },
        { head: '对哪一笔', of: it => choices(it).length > 0 ? h('div', { class: 'actions' }, choices(it)) : it.amount.startsWith('-') ? '没有金额相同的账。该记的请先记账；银行付错、付重、扣错的，等退回来的那一行也导入了，再抵掉' : '没有金额相同的账，请先记账' },
      ], rows, '没有还没对上的流水。'),
      table('账上有、流水里还没有的', [{ head: '编号', of: it => String(it.entry) }, { head: '日期', of: it => day(it.date) }, { head: '金额（元）', number: true, of: it => yuan(it.amount) }, { head: '姓名', of: it => it.name ?? '' }], entries.slice(0, most), '没有流水里还缺的账。'),
      entries.length > most && h('p', {}, `这里列出前 ${most} 笔，一共 ${entries.length} 笔。导入流水，对上的就不再列出。`),
      matched.length > 0 && h('details', {}, h('summary', {}, `最近对上的 ${matched.length} 行`), table('最近对上的', [
        { head: '日期', of: it => day(it.date) }, { head: '金额（元）', number: true, of: it => yuan(it.amount) }, { head: '对方', of: it => `${it.name ?? ''}${it.tail ? ` 尾号 ${it.tail}` : ''}` }, { head: '账目编号', of: it => it.entries.length > 0 ? it.entries.join('、') : '抵掉了' },
        { head: '能办', of: undo },
      ], matched)));
  };
  await load();
  return {
    title: '银行流水',
    nodes: [
      me.role === 'officer' && importForm('导入银行流水', '从网银下载的表格，Excel（.xlsx）或 CSV。同一份再导一次，不会重复。', `${address}/statement`, found => `${found.rows} 行，新的 ${found.new} 行，自动对上 ${found.confirmed} 行，有问题 ${found.bad.length} 行。`, refresh, load),
      place, open,
    ],
  };
};
