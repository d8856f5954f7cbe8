// The villages side by side.
import { get, part } from '../assets/api.js';
import { h, table } from '../assets/dom.js';
import { inYuan, yuan } from '../assets/words.js';

/** Open claims of a village, counted. */
const waiting = async village => {
  try {
    return (await get(`/api/villages/${part(village)}/claims?state=received,checked,approved,published&size=1`)).count;
  } catch {
    return null;
  }
};

/** Fills cells as answers come: few calls at a time, so that a county of 200 villages does not all ask at once. */
const fill = async (villages, cells) => {
  const left = [...villages];
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let village = left.shift(); village; village = left.shift()) {
      const count = await waiting(village.village);
      cells.get(village.village).textContent = count === null ? '不清楚' : `${count} 笔`;
    }
  }));
};

export const listView = async () => {
  const { villages, county } = await get('/api/county/board');
  const cells = new Map(villages.map(village => [village.village, h('span', {}, '……')]));
  const damaged = villages.filter(village => village.damaged);
  fill(villages, cells);
  return {
    title: `全县 ${villages.length} 个村`,
    nodes: [
      damaged.length > 0 && h('div', { class: 'bad', role: 'alert' }, h('p', {}, `${damaged.map(it => it.name).join('、')}：账本校验没有通过，公示已经停下，请马上逐笔校验。`)),
      h('dl', { class: 'figures' }, [['一共收了', county.moneyIn], ['一共补了', county.aid], ['账上还有', county.money]].map(([what, amount]) =>
        h('div', {}, h('dt', {}, what), h('dd', {}, `${yuan(amount)} `, h('small', {}, '元'))))),
      table('各村', [
        { head: '村', of: it => h('a', { href: `/board/${it.village}` }, it.name) },
        { head: '收了', number: true, of: it => it.damaged ? '账本有问题' : inYuan(it.moneyIn) },
        { head: '补了', number: true, of: it => it.damaged ? '' : inYuan(it.aid) },
        { head: '发放', number: true, of: it => it.damaged ? '' : `${it.payments} 笔` },
        { head: '账上', number: true, of: it => it.damaged ? '' : inYuan(it.money) },
        { head: '等着办', number: true, of: it => cells.get(it.village) },
        { head: '人员', of: it => h('a', { href: `#/staff/${it.village}` }, '工作人员') },
      ], villages, '还没有村。请先新建一个。'),
    ],
  };
};
