// Paying several claims in one go: lists for the bank or the township's accountants, and what became of them.
import { fetched, get, part, post } from '../assets/api.js';
import { field, fill, h, select, table } from '../assets/dom.js';
import { confirmed, done, goTo, working } from '../assets/live.js';
import { capitals, day, inYuan, moment, plus, yuan } from '../assets/words.js';

const named = it => `${it.person}${it.tail ? `（身份证末四位 ${it.tail}）` : ''}`;
const claimLink = it => h('a', { href: `#/claims/${part(it.claim)}` }, it.person);

/** What can be paid now, each to be ticked, and how much that is together. */
const makeForm = (address, payable, most) => {
  const place = h('div'), sum = h('p', { class: 'capitals', role: 'status' }), button = h('button', {}, '做代发清单');
  const boxes = payable.map((it, at) => h('input', { type: 'checkbox', name: 'claim', value: it.claim, checked: at < most }));
  const chosen = () => payable.filter((_, at) => boxes[at].checked);
  const count = () => { const on = chosen(); fill(sum, `选了 ${on.length} 笔，一共 ${inYuan(plus(on.map(it => it.amount)))}`); };
  // Sent, and the answer was lost: the same choice sent again is the same list.
  const keys = new Map();
  count();
  return h('form', {
    class: 'panel',
    onchange: count,
    onsubmit: event => {
      event.preventDefault();
      working(button, place, async () => {
        const on = chosen(), total = plus(on.map(it => it.amount)), same = JSON.stringify(on);
        if (on.length === 0) throw new Error('还没有选。请先勾上要发的。');
        if (on.length > most) throw new Error(`一张清单最多 ${most} 笔。请分几张做。`);
        if (!await confirmed({ title: `做代发清单：${on.length} 笔`, body: [h('p', { class: 'capitals' }, `${inYuan(total)}，${capitals(total)}`), '列进清单以后，这几笔就只能照这张清单发，不能再单独发现金、单独转账。'], yes: '做清单' })) return;
        keys.set(same, keys.get(same) ?? crypto.randomUUID());
        const made = await post(address, { claims: on.map(it => ({ claim: it.claim, amount: it.amount })), key: keys.get(same) });
        goTo(`#/payments/${part(made.list)}`, `代发清单 ${made.list} 做好了。请打印或者下载，签了字交给银行或者三资代理办。`);
      });
    },
  },
  h('h3', {}, '现在可以发的'),
  h('fieldset', {}, h('legend', {}, '勾上这一次一起发的'), payable.map((it, at) => h('label', { class: 'choice' }, boxes[at], `${named(it)}　${inYuan(it.amount)}`))),
  sum, place, h('div', { class: 'actions' }, button));
};

export const paymentsView = async village => {
  const address = `/api/villages/${part(village)}/payment-lists`;
  const { payable, lists, most } = await get(address);
  const ready = payable.filter(it => it.ready), not = payable.filter(it => !it.ready);
  return {
    title: '发放',
    nodes: [
      ready.length > 0 ? makeForm(address, ready, most) : h('p', { class: 'note' }, '现在没有公示期满、可以发的补助。'),
      h('p', { class: 'small' }, '只发一两笔、当面发现金的，不用做清单，到那笔申请里点“记下已发放”。'),
      not.length > 0 && table('公示了、现在还不能由您列入清单的', [{ head: '姓名', of: claimLink }, { head: '要发（元）', number: true, of: it => yuan(it.amount) }, { head: '为什么', of: it => it.detail }], not),
      table('做过的代发清单', [
        { head: '编号', of: it => h('a', { href: `#/payments/${part(it.list)}` }, it.list) },
        { head: '日期', of: it => day(it.at) },
        { head: '制表', of: it => it.by },
        { head: '笔数', number: true, of: it => String(it.count) },
        { head: '金额（元）', number: true, of: it => yuan(it.total) },
        { head: '发成了没有', of: it => it.waiting > 0 ? `还有 ${it.waiting} 笔没记` : '都记好了' },
      ], lists, '还没有做过。'),
    ],
  };
};

const outcome = it => it.state === 'paid' ? `已发放，${it.by}${moment(it.at)}记` : it.state === 'back' ? `没发成：${it.words}（${it.by}${moment(it.at)}记）` : '等银行发';

/** What goes to the bank: on paper as on the screen. Bank and account are filled in by hand; they are kept nowhere here. */
const paper = made => h('article', { class: 'paper' },
  h('h2', {}, `${made.villageName}医疗互助补助代发清单`),
  h('p', {}, `编号 ${made.list}　日期 ${day(made.at)}　制表 ${made.by}`),
  h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': '代发清单的表' }, h('table', { class: 'lined' },
    h('caption', { class: 'hidden-words' }, '代发清单'),
    h('thead', {}, h('tr', {}, ['序号', '姓名', '身份证后四位', '开户银行和账号', '金额（元）', '用途'].map((head, at) => h('th', { scope: 'col', class: at === 4 && 'number' }, head)))),
    h('tbody', {}, made.lines.map((it, at) => h('tr', {}, h('td', {}, String(at + 1)), h('th', { scope: 'row' }, it.person), h('td', {}, it.tail ?? ''), h('td', {}, '　'.repeat(10)), h('td', { class: 'number' }, yuan(it.amount)), h('td', {}, it.purpose)))),
    h('tfoot', {}, h('tr', {}, h('th', { scope: 'row', colspan: 4 }, `合计 ${made.lines.length} 笔`), h('td', { class: 'number' }, yuan(made.total)), h('td', {}))))),
  h('p', {}, `合计大写：${made.inWords}`),
  h('p', {}, '制表人：＿＿＿＿＿＿　复核人：＿＿＿＿＿＿　负责人：＿＿＿＿＿＿　经收单位：＿＿＿＿＿＿'));

const outcomeChoices = [['', '还不知道'], ['paid', '发成了'], ['back', '没发成']];

/** What became of each line: all at once where all went well, else one by one. */
const outcomeForm = (address, waiting, refresh) => {
  const place = h('div'), button = h('button', {}, '记下'), all = h('button', { type: 'button', class: 'second' }, '全部发成了');
  const lines = waiting.map(it => ({ it, state: select(outcomeChoices, '', { name: `state-${it.claim}` }), words: h('input', { name: `words-${it.claim}`, maxlength: 100, autocomplete: 'off' }) }));
  const rows = lines.map(line => {
    const why = field('为什么没发成', line.words, '例如：账号不对，退回来了');
    why.hidden = true;
    line.state.addEventListener('change', () => { why.hidden = line.state.value !== 'back'; line.words.required = !why.hidden; });
    return h('div', { class: 'row' }, field(`${named(line.it)}　${inYuan(line.it.amount)}`, line.state), why);
  });
  all.addEventListener('click', () => { for (const { state } of lines) { state.value = 'paid'; state.dispatchEvent(new Event('change')); } });
  return h('form', {
    class: 'panel screen-only',
    onsubmit: event => {
      event.preventDefault();
      working(button, place, async () => {
        const paid = lines.filter(({ state }) => state.value === 'paid'), back = lines.filter(({ state }) => state.value === 'back');
        if (paid.length + back.length === 0) throw new Error('还没有选。请看银行回单，哪几笔发成了，哪几笔没发成。');
        const total = plus(paid.map(({ it }) => it.amount));
        if (!await confirmed({
          title: '记下发成了没有',
          body: [
            paid.length > 0 && h('p', { class: 'capitals' }, `发成了 ${paid.length} 笔，${inYuan(total)}，${capitals(total)}`),
            back.length > 0 && `没发成的 ${back.length} 笔，会从清单里拿下来，可以重新发。请先问清银行：钱真的没有到本人手里，或者已经退回专户。`,
            paid.length > 0 && '发成了的，记进账目，本人会收到通知。',
          ].filter(Boolean),
          yes: '记下',
        })) return;
        const after = await post(`${address}/outcome`, { paid: paid.map(({ it }) => ({ claim: it.claim })), back: back.map(({ it, words }) => ({ claim: it.claim, words: words.value.trim() })) });
        const not = after.lines.filter(it => it.detail);
        await refresh();
        if (not.length > 0) done(`有 ${not.length} 笔没有记下：${not.map(it => `${it.person}，${it.detail}`).join('')}`, 'warn');
        else done('记下了。');
      });
    },
  }, h('h3', {}, '银行发成了没有'), h('p', {}, '照银行回单记。没有回单的先不记。'), rows, place, h('div', { class: 'actions' }, button, all));
};

export const paymentView = async (me, list, refresh) => {
  const address = `/api/villages/${part(me.village)}/payment-lists/${part(list)}`;
  const made = await get(address);
  const waiting = made.lines.filter(it => it.state === 'waiting'), place = h('div');
  const download = (format, label) => {
    const button = h('button', { type: 'button', class: 'second', onclick: () => working(button, place, async () => { h('a', { href: await fetched(`${address}/file?format=${format}`), download: `代发清单-${made.list}.${format}` }).click(); }) }, label);
    return button;
  };
  return {
    title: `代发清单 ${made.list}`,
    nodes: [
      h('div', { class: 'actions' }, h('button', { type: 'button', onclick: () => print() }, '打印'), download('xlsx', '下载 Excel'), download('csv', '下载 CSV（网银批量用）'), h('a', { class: 'button second', href: '#/payments' }, '回到发放')),
      place,
      h('p', { class: 'small screen-only' }, '账号系统里不留，请在纸上或者下载的表里填。填了账号的表，用完就删。'),
      waiting.length > 0 && outcomeForm(address, waiting, refresh),
      h('div', { class: 'screen-only' }, table('每一笔', [{ head: '姓名', of: claimLink }, { head: '金额（元）', number: true, of: it => yuan(it.amount) }, { head: '现在怎么样', of: outcome }], made.lines)),
      paper(made),
    ],
  };
};
