// The plan: worked out from roster and budget, compared with two sliders, and the drafts that were kept.
import { get, part, post } from '../assets/api.js';
import { lines, short } from '../assets/charts.js';
import { field, h, table } from '../assets/dom.js';
import { confirmed, done, say, words, working } from '../assets/live.js';
import { day, inYuan, lasts, today, yuan } from '../assets/words.js';
import { operationFields } from './operations.js';
import { ownFields } from './own.js';

const states = { draft: '草案', resolved: '已决议', rejected: '未通过', published: '已公布' };
const budgets = [-40, -20, 0, 20, 40];

const dayLong = 86400_000;

/** A plan may be for a part of a year only. */
const isYear = (from, to) => Date.parse(to) - Date.parse(from) >= 364 * dayLong;

const figures = (plan, from, to) => h('dl', { class: 'figures' }, [
  [isYear(from, to) ? '全年资金' : '这段时间的资金', `${yuan(plan.money)} 元`], ['预计补助', `${yuan(plan.expectedAid)} 元`], ['预计多少人次', plan.expectedStays], ['平均一次补', `${yuan(plan.meanAid)} 元`],
  ['钱提前用完的可能', plan.ruin], ['留作准备', `${yuan(plan.margin)} 元`],
].map(([what, much]) => h('div', {}, h('dt', {}, what), h('dd', {}, much))));

/** Chance by yearly aid, as a chart and as words. */
const distribution = plan => {
  const place = h('div');
  const bars = plan.chart.bars;
  const chance = bar => Number(bar.chance.replace('%', '')) / 100;
  lines(place, `${plan.chart.title}。预计 ${yuan(plan.chart.mean)} 元，资金能承受 ${yuan(plan.chart.limit)} 元`, bars.map(bar => short(Math.round(Number(bar.from)))), [
    { name: '', values: bars.map(bar => Number(bar.from) <= Number(plan.chart.limit) ? chance(bar) : null), filled: true },
    { name: '超出', values: bars.map(bar => Number(bar.to) > Number(plan.chart.limit) ? chance(bar) : null), dashed: true },
  ], { percent: true }).catch(() => place.remove());
  return h('section', {}, h('h3', {}, plan.chart.title), h('p', {}, `资金能承受的补助总额是 ${inYuan(plan.chart.limit)}。超过它的可能性是 ${plan.ruin}（章程允许 ${plan.allowedRuin}）。如果住院的人比预计多一成，可能性是 ${plan.ruinIfTenthMore}。`), place);
};

const rungs = plan => [plan.ownRungs && h('p', {}, '各档补多少是村里自己定的，不是按资金算出来的。'), table(plan.own?.length > 0 ? '其余的病，分几档补' : '分几档补', [
  { head: '档次', of: it => it.name },
  { head: '大病小病', of: it => it.serious ? '大病' : '小病' },
  { head: '每次补（元）', number: true, of: it => yuan(it.sum) },
  { head: '病种', number: true, of: it => `${it.diseases} 种` },
  { head: '预计人次', number: true, of: it => it.expectedStays },
], plan.rungs)];

/** Diseases whose sums the village set itself: many are folded away. */
const ownSums = plan => {
  if (!(plan.own?.length > 0)) return null;
  const list = table('村里单独定的病种', [
    { head: '病种', of: it => it.name },
    { head: '大病小病', of: it => it.serious ? '大病' : '小病' },
    { head: '每次补（元）', number: true, of: it => yuan(it.sum) },
    { head: '预计人次', number: true, of: it => it.expectedStays },
  ], plan.own);
  return plan.own.length > 12 ? h('details', {}, h('summary', {}, `村里单独定的 ${plan.own.length} 种病`), list) : list;
};

/** One word at home, several diseases in the catalogue: a sum set for one of them does not hold for the others. take: sets them too, where the plan is still being tried. */
const alike = (plan, take) => {
  if (!(plan.alike?.length > 0)) return null;
  const also = (several, label) => h('div', { class: 'actions' }, h('button', { type: 'button', class: 'second', onclick: () => take(several.flatMap(one => one.others.map(it => ({ entry: it.entry, name: it.name, sum: one.sum })))) }, label));
  return h('details', { class: 'warn', open: plan.alike.length <= 3 }, h('summary', {}, `${plan.alike.length} 种单独定的病，名字相近的病没有跟着定`),
    plan.alike.map(one => [h('p', {}, one.words), take && also([one], `这些也补 ${yuan(one.sum)} 元`)]));
};

const assumptions = plan => h('div', { class: 'warn' }, h('p', {}, h('strong', {}, '这些数字有多可靠：')), h('p', {}, plan.assumptions.notice), h('p', {}, `用到 ${plan.assumptions.figures} 个数字，${plan.assumptions.published} 个有公开来源，${plan.assumptions.assumed} 个是系统假设。`));

/** What was not reckoned with, and in which direction that errs. */
const leftOut = plan => plan.leftOut?.length > 0 && h('details', {}, h('summary', {}, '测算里没有计入什么'), h('ul', {}, plan.leftOut.map(it => h('li', {}, it.text))));

/** Everything that is said of one plan that was worked out. */
const shown = (plan, from, to, take = null) => [
  figures(plan, from, to),
  plan.warnings.map(it => h('p', { class: 'warn' }, it)),
  alike(plan, take),
  distribution(plan), ownSums(plan), rungs(plan), assumptions(plan), leftOut(plan),
  plan.basis.length > 0 && h('details', {}, h('summary', {}, '怎么算出来的'), h('ul', {}, plan.basis.map(it => h('li', {}, it)))),
];

const slider = (label, name, min, max, step, value, written, hint) => {
  const output = h('output', {}, written(value));
  const input = h('input', { type: 'range', name, min, max, step, value: String(value), oninput: () => { output.textContent = written(input.value); } });
  const made = field(label, input, hint);
  made.querySelector('label').append('：', output);
  return { made, input };
};

/** What a published plan has that nobody worked out: sums by operation, sums of the village's own. Nothing where there is no such plan. */
const setByHand = async (address, plan) => {
  if (!plan) return {};
  const { operations, operationNames, operationLead, own, ownRungs, rungs } = await get(`${address}/${part(plan.version)}`);
  return { operations, operationNames, operationLead, own, rungs: ownRungs ? rungs.map(it => it.sum) : null };
};

/** What was tried last in a village, as long as the page is open: keeping a draft or looking elsewhere does not undo it. */
const tried = new Map();

/** Budget and emphasis, tried out: the plan beside its neighbours, nothing kept until it is asked for. */
const tryOut = (village, address, grades, before, refresh) => {
  const next = Number(today().slice(0, 4)) + 1;
  const begin = tried.get(village) ?? { budget: 100, emphasis: 200, from: `${next}-01-01`, to: `${next}-12-31`, ...before };
  const budget = slider('每人预算', 'budget', 30, 300, 5, begin.budget, value => `${value} 元`, '会费、村集体出的、上年剩的都算上，除以参加的人数');
  const emphasis = slider('大病多补多少', 'emphasis', 100, 400, 10, begin.emphasis, value => `${value}%（100% 就是不多补）`);
  const [from, to] = ['from', 'to'].map(name => h('input', { type: 'date', name, value: begin[name], required: true }));
  // A plan ends with its year: whoever moves its beginning is not told first that the end does not fit.
  from.addEventListener('change', () => { if (from.value && !(to.value >= from.value && Date.parse(to.value) - Date.parse(from.value) <= 366 * dayLong)) to.value = `${from.value.slice(0, 4)}-12-31`; });
  const operations = operationFields(begin), own = ownFields(village, grades, begin, () => { remember(); run(); });
  const place = h('div'), result = h('div'), keep = h('button', { type: 'button', class: 'second' }, '存成草案');
  const request = (perHead, sums) => ({ budgetPerHead: `${perHead}.00`, emphasis: `${emphasis.input.value}%`, from: from.value, to: to.value, ...sums });
  const remember = () => tried.set(village, { budget: budget.input.value, emphasis: emphasis.input.value, from: from.value, to: to.value, ...operations.state(), ...own.state() });
  const work = async () => {
    const middle = Number(budget.input.value);
    const heads = budgets.map(off => Math.max(10, middle + off));
    const sums = own.read({ blanks: true });
    const { variants } = await post(`${address}/compare`, { variants: heads.map(it => request(it, sums)) });
    const plan = variants[budgets.indexOf(0)];
    own.suggest(plan.rungs?.map(it => it.sum) ?? []);
    const beside = table('预算多一点、少一点会怎样', [
      { head: '每人预算', of: ([head]) => `${head} 元` },
      { head: '预计补助', number: true, of: ([, it]) => it.rungs ? inYuan(it.expectedAid) : '钱不够' },
      { head: '最低一档', number: true, of: ([, it]) => it.rungs ? inYuan(it.rungs.find(rung => !rung.serious).sum) : '' },
      { head: '最高一档', number: true, of: ([, it]) => it.rungs ? inYuan(it.rungs.at(-1).sum) : '' },
      { head: '用完的可能', number: true, of: ([, it]) => it.ruin ?? '' },
    ], variants.map((it, at) => [heads[at], it]));
    result.replaceChildren(...[plan.rungs ? shown(plan, from.value, to.value, own.take) : words('bad', plan.detail), beside].flat(2).filter(Boolean));
    say(plan.rungs ? `算好了：预计补助 ${inYuan(plan.expectedAid)}，提前用完的可能性 ${plan.ruin}。` : plan.detail);
  };
  // What is changed while the last change is worked out is worked out after it.
  let changes = 0;
  const run = async () => {
    if (changes++ > 0) return;
    for (let seen = 0; seen < changes;) {
      seen = changes;
      await working(form, place, work);
    }
    changes = 0;
  };
  const form = h('form', { class: 'panel', onsubmit: event => { event.preventDefault(); run(); }, onchange: run, oninput: remember },
    h('h3', {}, '试算'), h('div', { class: 'row' }, budget.made, emphasis.made, field('管哪天出院的，从', from, '头一回办，可以从今年的哪一天起'), field('到', to, '最多管一年')), own.node, operations.node, h('div', { class: 'actions' }, h('button', {}, '算一算'), keep), place);
  keep.addEventListener('click', () => working(keep, place, async () => {
    const kept = await post(address, { ...request(budget.input.value, own.read()), ...operations.read() });
    remember();
    done(`存好了，叫“${kept.version}”。要公布，先到“议事”里走完程序。`);
    await refresh();
  }));
  run();
  return [form, result];
};

/** How the fund stands in mid-year. */
export const health = async (village, keep = null) => {
  const fund = await get(`/api/villages/${part(village)}/fund`).catch(() => null);
  if (!fund) return null;
  const place = h('div'), months = fund.chart.months, value = name => months.map(month => month[name] === undefined ? null : Number(month[name]));
  // Where nothing was given and nothing is expected there is nothing to draw.
  if ([...value('aid'), ...value('middle')].some(amount => amount > 0)) lines(place, `${fund.chart.title}，数字见下面的话`, months.map(month => `${Number(month.end.slice(5, 7))}月`), [{ name: '实际', values: value('aid'), filled: true }, { name: '预测', values: value('middle'), dashed: true }]).catch(() => place.remove());
  return h('section', {}, h('h3', {}, '资金够不够'),
    h('dl', { class: 'figures' }, [['还剩', inYuan(fund.left)], ['每月大约用', inYuan(fund.burnPerMonth)], ['照这样还能用', fund.monthsLeft && lasts(fund.monthsLeft)], ['年底前用完的可能', fund.ruin]].filter(([, it]) => it).map(([what, much]) => h('div', {}, h('dt', {}, what), h('dd', {}, much)))),
    h('div', { class: fund.low ? 'bad' : 'note' }, fund.advice.map(it => h('p', {}, it)), fund.rebudget && h('p', {}, fund.rebudget.notice), fund.rebudget && keep && keep(fund.rebudget)), place);
};

const soon = 60;

/** Who comes out of hospital on a day that no plan is for gets nothing worked out: that is said in time. */
export const uncovered = published => {
  const plans = published.filter(it => !it.replaced), now = plans.find(it => it.inForce), last = plans.map(it => it.to).sort().at(-1);
  if (plans.length === 0) return null;
  const left = (Date.parse(last) - Date.parse(today())) / dayLong;
  return !now && !plans.some(it => it.from > today()) ? h('p', { class: 'warn' }, `最后一个方案管到 ${day(last)}，已经到期。以后出院的人，补多少还算不出来。请早些`, h('a', { href: '#/plan' }, '定新方案'), '。')
    : now && left <= soon ? h('p', { class: 'note' }, `现在的方案管到 ${day(last)}，以后的还没有公布。请早些`, h('a', { href: '#/plan' }, '定下一年的方案'), '。') : null;
};

export const planView = async (me, refresh) => {
  const address = `/api/villages/${part(me.village)}/plans`;
  // What is left, over what is left of the year: a draft of its own, which goes the same way as any other.
  const rest = ({ from, to, budget }) => {
    const said = h('div'), button = h('button', { type: 'button', class: 'second', onclick: () => working(button, said, async () => {
      const sums = Object.fromEntries((now.own ?? []).map(it => [it.entry, it.sum]));
      const kept = await post(address, { from, to, budget, sums, ...(now.operations && { operations: now.operations, operationLead: now.operationLead }) });
      done(`照剩下的 ${inYuan(budget)} 算好了，存成草案“${kept.version}”。要公布，先到“议事”里走完程序。`);
      await refresh();
    }) }, `照剩下的钱，给 ${day(from)} 以后重新定方案`);
    return [h('div', { class: 'actions' }, button), said];
  };
  const { published, drafts, grades } = await get(address), inForce = published.find(it => it.inForce), latest = published.findLast(it => !it.replaced);
  // What goes on this year keeps what is paid by operation and for single diseases now; rungs are worked out anew, as money is short. A new plan begins with the latest.
  const now = await setByHand(address, inForce), before = latest === inForce ? now : await setByHand(address, latest);
  const fund = await health(me.village, rest);
  const place = h('div');
  const publish = draft => {
    const button = h('button', { type: 'button', onclick: () => working(button, place, async () => {
      if (!await confirmed({ title: `公布方案 ${draft.version}`, body: [`从 ${day(draft.from)} 起，出院的人都按它补助。`, draft.resolution ?? ''], yes: '公布' })) return;
      await post(`${address}/${part(draft.version)}/publish`);
      done('公布了。');
      await refresh();
    }) }, '公布');
    return button;
  };
  return {
    title: '补助方案',
    nodes: [
      uncovered(published), fund, place,
      table('公布过的', [
        { head: '方案', of: it => h('a', { href: `#/plan/${part(it.version)}` }, it.version) },
        { head: '从', of: it => day(it.from) },
        { head: '到', of: it => day(it.to) },
        { head: '现在', of: it => it.inForce ? '正在执行' : '' },
      ], published, '还没有公布过方案。'),
      table('草案', [
        { head: '方案', of: it => h('a', { href: `#/plan/${part(it.version)}` }, it.version) },
        { head: '从', of: it => day(it.from) },
        { head: '到', of: it => day(it.to) },
        { head: '进度', of: it => h('span', { class: 'tag' }, states[it.state]) },
        { head: '预计补助', number: true, of: it => inYuan(it.expectedAid) },
        { head: '用完的可能', number: true, of: it => it.ruin },
        { head: '能办', of: it => it.state === 'resolved' && me.role === 'checker' ? publish(it) : it.state === 'resolved' ? '等复核人公布' : '' },
      ], drafts.filter(it => it.state !== 'published'), '还没有草案。'),
      tryOut(me.village, address, grades, before, refresh),
    ],
  };
};

/** One plan with all its diseases. */
export const onePlanView = async (village, version) => {
  const plan = await get(`/api/villages/${part(village)}/plans/${part(version)}`);
  return {
    title: `方案 ${plan.version}（${states[plan.state] ?? ''}）`,
    nodes: [
      h('p', {}, `管 ${day(plan.from)} 到 ${day(plan.to)} 出院的人。`), plan.resolution && h('p', {}, `决议：${plan.resolution}`),
      plan.rungs ? shown(plan, plan.from, plan.to) : alike(plan, null),
      // Of a plan that was worked out its own warnings say so.
      !plan.rungs && plan.telling.length > 0 && h('p', { class: 'warn' }, `方案和公示都是公开的。下面这些病，很少有别的病是同样的钱数，村里人一看发了多少，就知道是什么病：${plan.diseases.filter(it => plan.telling.includes(it.entry)).map(it => `${it.name} ${yuan(it.sum)} 元`).join('、')}。下次定方案，最好和几种别的病定成一样的数。`),
      h('details', {}, h('summary', {}, `全部 ${plan.diseases.length} 个病种`), table('病种和补助', [
        { head: '病种', of: it => it.name }, { head: '大病小病', of: it => it.serious ? '大病' : '小病' }, { head: '补助（元）', number: true, of: it => yuan(it.sum) },
      ], plan.diseases)),
      plan.operations && table('按手术补助', [{ head: '手术', of: ([code]) => `${code} ${plan.operationNames?.[code] ?? ''}` }, { head: '补助（元）', number: true, of: ([, sum]) => yuan(sum) }], Object.entries(plan.operations)),
      plan.operations && h('p', {}, plan.operationLead === 'operation' ? '做了列出的手术就按手术补，不按病种补。' : '既有病种的数、又有手术的数，按高的补。'),
      h('p', {}, h('a', { href: '#/plan' }, '回到方案')),
    ],
  };
};
