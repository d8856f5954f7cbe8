// The village's money: what is there, what is entered by hand, the public board.
import { fetched, get, part, post } from '../assets/api.js';
import { amountInput, field, fill, h, select, table, values } from '../assets/dom.js';
import { confirmed, done, tell, working } from '../assets/live.js';
import { capitals, day, inYuan, minus, plus, today, yuan } from '../assets/words.js';
import { closingForms } from './closing.js';

const kinds = {
  opening: '期初结余', contribution: '出资', interest: '利息', deposit: '现金存入专户', withdrawal: '从专户取现', 'aid-approved': '补助审核通过', 'aid-corrected': '补助更正', 'aid-paid': '补助发放',
  'aid-returned': '补助退回', 'fee-paid': '付运行维护费', reversal: '冲销', 'year-end': '年终结转',
};

const about = posting => [posting.about.person, posting.about.payer, posting.about.note].filter(Boolean).join('，');
const told = posting => [day(posting.date), kinds[posting.kind] ?? posting.kind, about(posting), inYuan(amountOf(posting))].filter(Boolean).join('，');
const amountOf = posting => {
  // A correction and a year's end can go either way: what was added to what is owed, or to what is left.
  const net = { 'aid-corrected': 'aid-payable', 'year-end': 'surplus' }[posting.kind], on = side => plus(posting.lines.filter(line => line.account === net && line.side === side).map(line => line.amount));
  if (net) return minus(on('credit'), on('debit'));
  return (posting.lines.find(line => line.account === 'aid-payable') ?? posting.lines.find(line => ['bank', 'cash'].includes(line.account)) ?? posting.lines[0]).amount;
};

/** Entries, the latest first, a page at a time. */
const entriesList = async (address, total) => {
  const place = h('div'), size = 50;
  let from = Math.max(0, total - size), rows = [];
  const load = async () => {
    const { entries } = await get(`${address}/entries?after=${from}&limit=${size}`);
    rows = [...rows, ...entries.map(it => it.entry).filter(entry => !rows.some(row => row.number === entry.number)).reverse()];
    const more = h('button', { type: 'button', class: 'second', onclick: () => working(more, null, () => { from = Math.max(0, from - size); return load(); }) }, '再看以前的');
    fill(place, table('账目，最近的在前', [
      { head: '编号', of: entry => String(entry.number) },
      { head: '日期', of: entry => day(entry.posting.date) },
      { head: '事由', of: entry => kinds[entry.posting.kind] ?? entry.posting.kind },
      { head: '摘要', of: entry => about(entry.posting) },
      { head: '金额', number: true, of: entry => yuan(amountOf(entry.posting)) },
    ], rows, '还没有记过账。'), from > 0 && h('div', { class: 'actions' }, more));
  };
  await load();
  return place;
};

/** What no other part of the system enters. */
const handForm = (address, refresh) => {
  const place = h('div'), button = h('button', {}, '记账');
  return h('form', {
    class: 'panel',
    onsubmit: event => {
      event.preventDefault();
      const body = values(event.target);
      working(button, place, async () => {
        if (!await confirmed({ title: `记一笔：${kinds[body.kind]}`, body: [h('p', { class: 'capitals' }, `${inYuan(body.amount)}，${capitals(body.amount)}`), '记了以后不能改，只能另记一笔冲销。'], yes: '记账' })) return;
        const { before } = await post(`${address}/postings`, body);
        done(before ? '这笔以前记过，没有重复记。' : '记好了。', before ? 'warn' : 'good');
        await refresh();
      });
    },
  }, h('h3', {}, '手工记一笔'), h('p', { class: 'small' }, '出资在“出资”里记，补助在申请里记。这里只记别的。'), h('div', { class: 'row' },
    field('事由', select(['interest', 'deposit', 'withdrawal', 'fee-paid', 'opening'].map(kind => [kind, kinds[kind]]), 'interest', { name: 'kind' })),
    field('金额（元）', amountInput()),
    field('日期', h('input', { name: 'date', type: 'date', value: today(), required: true })),
    field('凭证号', h('input', { name: 'reference', maxlength: 60, autocomplete: 'off' }), '银行回单上的号码；期初和付运行维护费不用填')),
  place, h('div', { class: 'actions' }, button));
};

export const moneyView = async (me, refresh) => {
  const village = me.village, address = `/api/villages/${part(village)}/ledger`;
  const books = await get(address);
  const place = h('div'), verify = h('button', { type: 'button', class: 'second' }, '逐笔校验账本'), publish = h('button', { type: 'button' }, '今天的公示存档'), download = h('button', { type: 'button', class: 'second' }, '下载账本');
  verify.addEventListener('click', () => working(verify, place, async () => {
    const check = await get(`${address}/verify`);
    if (check.intact) tell(place, 'good', `${check.entries} 笔全部校验过，没有被改动。`);
    else tell(place, 'bad', '账本被改动过，请马上联系县管理员：', h('ul', {}, check.faults.map(fault => h('li', {}, `第 ${fault.entry} 笔：${fault.detail}`))));
  }));
  publish.addEventListener('click', () => working(publish, place, async () => {
    const made = await post(`/api/villages/${part(village)}/board/publish`);
    tell(place, 'good', `公示存好了，一共 ${made.entries} 笔。`, h('p', {}, h('a', { href: `${made.files}/board.html` }, '打开这一期，可以打印')));
  }));
  download.addEventListener('click', () => working(download, place, async () => {
    const link = h('a', { href: await fetched(`${address}/export`), download: `ledger-${village}.jsonl` });
    link.click();
  }));
  return {
    title: '账目',
    nodes: [
      h('dl', { class: 'figures' },
        h('div', {}, h('dt', {}, '账上还有'), h('dd', {}, `${yuan(books.money)} `, h('small', {}, '元'))),
        h('div', {}, h('dt', {}, '能答应出去的'), h('dd', {}, `${yuan(books.free)} `, h('small', {}, '元'))),
        books.ahead && h('div', {}, h('dt', {}, '预交的，明年起才能用'), h('dd', {}, `${yuan(books.ahead)} `, h('small', {}, '元'))),
        h('div', {}, h('dt', {}, '一共记了'), h('dd', {}, `${books.entries} `, h('small', {}, '笔')))),
      h('div', { class: 'actions' }, h('a', { class: 'button', href: `/board/${village}` }, '看公示'), me.role === 'officer' && publish, verify, download),
      place,
      me.role === 'officer' && handForm(address, refresh),
      me.role === 'checker' && closingForms(address, told, refresh),
      table('各科目余额', [
        { head: '科目', of: it => it.name },
        { head: '借方（元）', number: true, of: it => yuan(it.debit) },
        { head: '贷方（元）', number: true, of: it => yuan(it.credit) },
      ], books.accounts, '还没有记过账，各科目都是零。'),
      await entriesList(address, books.entries),
    ],
  };
};
