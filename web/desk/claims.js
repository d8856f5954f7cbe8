// Claims of the village: what waits, and what became of the rest.
import { get, part, post } from '../assets/api.js';
import { h, select, table } from '../assets/dom.js';
import { tell, working } from '../assets/live.js';
import { day, inYuan, moment } from '../assets/words.js';
import { unfinished } from './folder.js';

/** The states in the order of the road, and what people call them. */
export const states = [['received', '已收到'], ['checked', '已核对'], ['approved', '已审核'], ['published', '已公示'], ['paid', '已发放'], ['returned', '已退回'], ['refused', '不予补助']];

/** Nobody has asked yet why the person was in hospital: that comes before everything else. */
export const isCause = action => action.action === 'cause' && action.open;

/** What a person can do with a claim now, in words: what is allowed, else why nothing is. */
export const next = claim => [...claim.actions.filter(isCause).map(action => action.label), ...claim.moves.filter(move => move.allowed).map(move => move.label)].join('、') || claim.moves.find(move => move.detail)?.detail || '没有要办的了';

/** What the village pays: less than plan and charter give where money was low at the approval, nothing where it was refused. */
export const amountOf = claim => claim.state === 'refused' ? '0.00' : claim.granted ?? claim.amount;

export const columns = [
  { head: '姓名', of: claim => h('a', { href: `#/claims/${part(claim.id)}` }, claim.person || '（没有姓名）') },
  { head: '病种', of: claim => claim.diseaseName ?? `${claim.diagnosis}（还没选定）` },
  { head: '出院', of: claim => day(claim.discharged) },
  { head: '补助', number: true, of: claim => amountOf(claim) ? inYuan(amountOf(claim)) : '还不能算' },
  { head: '进度', of: claim => h('span', { class: 'tag' }, claim.stateName) },
  { head: '您能办', of: next },
  { head: '收到', of: claim => moment(claim.receivedAt) },
];

export const claimsView = async village => {
  const address = `/api/villages/${part(village)}/claims`;
  const place = h('div');
  const more = h('div', { class: 'actions' });
  let rows = [];
  const state = select([['received,checked,approved,published', '正在办的'], ...states, ['', '全部']], 'received,checked,approved,published', { name: 'state', id: 'state' });
  const load = async after => {
    const found = await get(`${address}?size=50${state.value ? `&state=${state.value}` : ''}${after ? `&after=${part(after)}` : ''}`);
    rows = after ? [...rows, ...found.claims] : found.claims;
    place.replaceChildren(h('p', { role: 'status' }, `一共 ${found.count} 笔。`), table('申请', columns, rows, '没有这样的申请。'));
    const button = found.next && h('button', { type: 'button', class: 'second', onclick: () => working(button, null, () => load(found.next)) }, '再看 50 笔');
    more.replaceChildren(...(button ? [button] : []));
  };
  state.addEventListener('change', () => load().catch(failure => tell(place, 'bad', failure.message)));
  const [{ folders }] = await Promise.all([get(`${address}/unfinished`), load()]);
  return {
    title: '补助申请',
    nodes: [
      h('div', { class: 'actions' }, h('a', { class: 'button', href: '#/new' }, '替人交材料')),
      folders.length > 0 && unfinished(folders),
      h('div', { class: 'field' }, h('label', { for: 'state' }, '看哪些'), state),
      place, more,
    ],
  };
};

/** Papers of somebody without a phone: the same road as the chat. */
export const newClaimView = village => {
  const place = h('div');
  const files = h('input', { type: 'file', id: 'photos', name: 'photos', multiple: true, accept: 'image/*,application/pdf', required: true });
  const button = h('button', {}, '上传');
  return {
    title: '替人交材料',
    nodes: [
      h('form', {
        class: 'panel',
        onsubmit: event => {
          event.preventDefault();
          working(button, place, async () => {
            const body = new FormData();
            for (const file of files.files) body.append('photos', file);
            const taken = await post(`/api/villages/${part(village)}/claims`, body);
            tell(place, 'good', '照片收到了，正在识别，一般几秒钟就好。离开这一页也不要紧，没办完的在“申请”最上面。', h('p', {}, h('a', { href: `#/claims/${part(taken.claim)}` }, '看识别到哪里了')));
            files.value = '';
          });
        },
      },
      h('p', {}, '把出院记录、费用清单、医保结算单三样拍清楚，一起选上。一次只交一个人的一次住院。还没有齐的，先交有的，以后再补。'),
      h('div', { class: 'field' }, h('label', { for: 'photos' }, '照片'), files),
      place, h('div', { class: 'actions' }, button)),
    ],
  };
};
