// The villages side by side.
import { get, part, post } from '../assets/api.js';
import { amountInput, field, h, table, values } from '../assets/dom.js';
import { tell, working } from '../assets/live.js';
import { day, inYuan, lasts, yuan } from '../assets/words.js';

const tooLong = 7, soon = 60, dayLong = 86400000, most = 8;

/** Open claims of a village, counted, and how many of them wait on people for longer than a week. */
const waiting = async village => {
  const { count, claims } = await get(`/api/villages/${part(village)}/claims?state=received,checked,approved&size=200`);
  return { count, late: claims.filter(it => Date.now() - new Date(it.receivedAt) > tooLong * dayLong).length };
};

/** Fills cells and alerts as answers come: few calls at a time, so that a county of 200 villages does not all ask at once. */
const fill = async (villages, cells, alerts) => {
  const left = [...villages];
  // Of what many villages have in common one box speaks, so that a county's page does not become a wall.
  const told = new Map();
  const warn = (village, words) => {
    if (!told.has(words)) told.set(words, { names: [], box: alerts.appendChild(h('p', { class: 'warn' })) });
    const { names, box } = told.get(words);
    names.push(village.name);
    box.textContent = `${names.slice(0, most).join('、')}${names.length > most ? `等 ${names.length} 个村` : ''}：${words}`;
  };
  for (const village of villages) if (village.rulesMissing) warn(village, village.rulesMissing);
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let village = left.shift(); village; village = left.shift()) {
      const at = `/api/villages/${part(village.village)}`, cell = cells.get(village.village);
      const [open, fund] = await Promise.all([waiting(village.village).catch(() => null), get(`${at}/fund`).catch(failure => failure)]);
      cell.waiting.textContent = open ? `${open.count} 笔` : '不清楚';
      cell.health.textContent = fund.ruin ? [fund.monthsLeft && `够 ${lasts(fund.monthsLeft)}`, `用完的可能 ${fund.ruin}`].filter(Boolean).join('，') : fund.status === 404 ? '没有方案' : '不清楚';
      if (open?.late > 0) warn(village, `有申请等了 ${tooLong} 天以上，还没有办完。`);
      if (fund.status === 404) warn(village, '现在没有在执行的方案。');
      if (fund.low) warn(village, '资金已经低于章程规定的数。');
      if (fund.to && new Date(fund.to) - Date.now() < soon * dayLong) warn(village, `方案到 ${day(fund.to)} 为止，请早些定下一年的方案。`);
    }
  }));
};

/** Messages that failed too often, and putting them back. */
const poison = async () => {
  const { queues } = await get('/api/poison').catch(() => ({ queues: {} }));
  const stuck = Object.entries(queues).filter(([, count]) => count > 0), place = h('div');
  if (stuck.length === 0) return null;
  const again = h('button', { type: 'button', class: 'second', onclick: () => working(again, place, async () => {
    for (const [queue] of stuck) await post(`/api/poison/${part(queue)}/retry`);
    tell(place, 'good', '已经放回去重新处理。过几分钟再看这一页。');
  }) }, '再处理一次');
  return h('div', { class: 'bad' }, h('p', {}, `有 ${stuck.reduce((sum, [, count]) => sum + count, 0)} 条消息多次没有处理成，村民可能还在等。`), again, place);
};

/** What a budget would do in every village; nothing is kept. */
const plansForm = () => {
  const place = h('div'), result = h('div'), button = h('button', { class: 'second' }, '给各村算一算');
  return [h('form', { class: 'panel', onsubmit: event => {
    event.preventDefault();
    const body = values(event.target);
    working(button, place, async () => {
      const { plans } = await post('/api/plans/county', body);
      result.replaceChildren(table('各村方案测算', [
        { head: '村', of: it => it.name }, { head: '参加', number: true, of: it => it.members === undefined ? '' : `${it.members} 人` }, { head: '全年资金', number: true, of: it => it.money ? inYuan(it.money) : '' },
        { head: '预计补助', number: true, of: it => it.expectedAid ? inYuan(it.expectedAid) : '' }, { head: '用完的可能', number: true, of: it => it.ruin ?? '' },
        plans.some(it => it.detail) && { head: '为什么算不出', of: it => it.detail ?? '' },
      ].filter(Boolean), plans));
    });
  } }, h('h3', {}, '给所有村试算方案'), h('p', {}, '只算给您看，不保存。村里要用，到自己的村务台里存成草案，再走议事程序。'),
  field('每人预算（元）', amountInput({ name: 'budgetPerHead', value: '100' })), place, h('div', { class: 'actions' }, button)), result];
};

export const listView = async () => {
  const [{ villages, county }, stuck] = await Promise.all([get('/api/county/board'), poison()]);
  const cells = new Map(villages.map(village => [village.village, { waiting: h('span', {}, '……'), health: h('span', {}, '……') }]));
  const damaged = villages.filter(village => village.damaged);
  const alerts = h('div', { 'aria-live': 'polite' });
  fill(villages, cells, alerts);
  return {
    title: `全县 ${villages.length} 个村`,
    nodes: [
      damaged.length > 0 && h('div', { class: 'bad', role: 'alert' }, h('p', {}, `${damaged.map(it => it.name).join('、')}：账本校验没有通过，公示已经停下，请马上逐笔校验。`)),
      stuck, alerts,
      h('dl', { class: 'figures' }, [['一共收了', county.moneyIn], ['一共补了', county.aid], ['账上还有', county.money]].map(([what, amount]) =>
        h('div', {}, h('dt', {}, what), h('dd', {}, `${yuan(amount)} `, h('small', {}, '元'))))),
      table('各村', [
        { head: '村', of: it => h('a', { href: `/board/${it.village}` }, it.name) },
        { head: '收了', number: true, of: it => it.damaged ? '账本有问题' : inYuan(it.moneyIn) },
        { head: '补了', number: true, of: it => it.damaged ? '' : inYuan(it.aid) },
        { head: '发放', number: true, of: it => it.damaged ? '' : `${it.payments} 笔` },
        { head: '账上', number: true, of: it => it.damaged ? '' : inYuan(it.money) },
        { head: '等着办', number: true, of: it => cells.get(it.village).waiting },
        { head: '资金够不够', of: it => cells.get(it.village).health },
        { head: '人员', of: it => h('a', { href: `#/staff/${it.village}` }, '名单') },
      ], villages, '还没有村。请先新建一个。'),
      plansForm(),
    ],
  };
};
