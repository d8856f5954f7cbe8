// What is to be done today.
import { get, part } from '../assets/api.js';
import { h, table } from '../assets/dom.js';
import { columns } from './claims.js';
import { uncovered } from './plan.js';

/** What comes first in a village that has no plan yet. */
const beginning = published => published.length === 0 && h('div', { class: 'panel' },
  h('h3', {}, '还没有公布补助方案，现在补不了钱。照这个顺序办：'),
  h('ol', {}, [['members', '名册', '把参加的人登记好，人多用表格导入'], ['income', '出资', '收了钱，一笔一笔记上'], ['plan', '方案', '试算，存成草案'], ['association', '议事', '从提议到决议，一步一步记'], ['plan', '方案', '决议通过以后，由复核人公布']]
    .map(([address, tab, what]) => h('li', {}, h('a', { href: `#/${address}` }, tab), `：${what}`))));

export const homeView = async me => {
  const address = `/api/villages/${part(me.village)}/claims`;
  const [{ claims: mine, count: yours }, { count }, { calls }, { published }, { lists }, { folders }] = await Promise.all([get(`${address}?mine=true&size=50`), get(`${address}?state=received,checked,approved,published&size=1`), get(`/api/villages/${part(me.village)}/calls`), get(`/api/villages/${part(me.village)}/plans`), get(`/api/villages/${part(me.village)}/payment-lists`), get(`${address}/unfinished`)]);
  const others = Math.max(0, count - yours + mine.filter(claim => claim.state === 'refused').length);
  return {
    title: `${me.name}，您好`,
    nodes: [
      h('p', {}, yours > 0 ? `有 ${yours} 笔申请等您办。` : '现在没有等您办的申请。', others > 0 && ` 另有 ${others} 笔等同事办、等公示到期，或者等银行发钱。`),
      beginning(published),
      uncovered(published),
      calls.length > 0 && h('p', { class: 'note' }, h('a', { href: '#/calls' }, `有 ${calls.length} 条村民来话等回话。`)),
      folders.length > 0 && h('p', { class: 'note' }, h('a', { href: '#/claims' }, `替人交的材料，有 ${folders.length} 份还没办完。`)),
      lists.filter(list => list.waiting > 0).map(list => h('p', { class: 'note' }, h('a', { href: `#/payments/${part(list.list)}` }, `代发清单 ${list.list} 还有 ${list.waiting} 笔没记发成了没有。`))),
      yours > 0 && table('等您办的', columns, mine),
      yours > mine.length && h('p', {}, `这里列出最新的 ${mine.length} 笔，其余的在“申请”里。`),
    ],
  };
};
