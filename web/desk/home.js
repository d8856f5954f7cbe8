// What is to be done today.
import { get, part } from '../assets/api.js';
import { h, table } from '../assets/dom.js';
import { columns } from './claims.js';

export const homeView = async me => {
  const { claims, count } = await get(`/api/villages/${part(me.village)}/claims?state=received,checked,approved,published&size=50`);
  const mine = claims.filter(claim => claim.moves.some(move => move.allowed));
  const others = count - mine.length;
  return {
    title: `${me.name}，您好`,
    nodes: [
      h('p', {}, mine.length > 0 ? `有 ${mine.length} 笔申请等您办。` : '现在没有等您办的申请。', others > 0 && ` 另有 ${others} 笔等同事办，或者公示还没到期。`),
      mine.length > 0 && table('等您办的', columns, mine),
    ],
  };
};
