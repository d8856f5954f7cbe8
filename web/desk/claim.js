// One claim: what the papers say beside their photos, what the village pays and why, and what may be done now.
import { get, part } from '../assets/api.js';
import { h } from '../assets/dom.js';
import { capitals, day, inYuan, moment, yuan } from '../assets/words.js';
import { amountOf } from './claims.js';
import { fieldsForm } from './fields.js';
import { movesPanel } from './moves.js';
import { callCard } from './people.js';
import { folderView } from './folder.js';
import { papersOf, viewer } from './photo.js';

const section = (title, ...nodes) => h('section', {}, h('h3', {}, title), nodes);
const list = lines => h('ul', {}, lines.map(line => h('li', {}, line)));

/** The claim that used the same sheet: this village's own can be opened. */
const usedIn = (village, it) => it && h('p', {}, it.village === village ? h('a', { href: `#/claims/${part(it.claim)}` }, '看用了这张结算单的那笔申请') : `那笔申请在${it.villageName}（${it.village}），请县管理员帮着核对。`);

/** What was paid before, where the amount was corrected afterwards: what comes back, or is still to come. */
const settled = claim => {
  const paid = claim.progress?.paidOut;
  if (!paid || Number(paid) === 0) return null;
  const due = Number(claim.due);
  if (['received', 'checked', 'returned'].includes(claim.state)) return h('p', { class: 'note' }, `这笔以前发过 ${inYuan(paid)}，现在是重新办理。审核以后，多退少补。`);
  return due < 0 ? h('p', { class: 'warn' }, `以前发过 ${inYuan(paid)}，发多了，要收回 ${inYuan(claim.due.replace('-', ''))}。收到了，点“记下退回的钱”。`)
    : due > 0 ? h('p', { class: 'note' }, `以前发过 ${inYuan(paid)}，还要补发 ${inYuan(claim.due)}。`)
    : claim.state !== 'paid' ? h('p', { class: 'note' }, `以前发过 ${inYuan(paid)}，数没有变，不用再发钱。`) : null;
};

const amountBox = claim => h('div', { class: 'panel' },
  h('p', {}, `${claim.person}，${claim.hospital}，${day(claim.discharged)}出院`),
  h('p', {}, claim.diseaseName ? `${claim.diseaseName}（${claim.serious ? '大病' : '小病'}）` : `${claim.diagnosis}（病种还没选定）`),
  h('dl', { class: 'figures' },
    h('div', {}, h('dt', {}, '村里补'), h('dd', {}, amountOf(claim) ? `${yuan(amountOf(claim))} ` : '还不能算', amountOf(claim) && h('small', {}, '元'))),
    h('div', {}, h('dt', {}, '住院总费用'), h('dd', {}, `${yuan(claim.total)} `, h('small', {}, '元'))),
    h('div', {}, h('dt', {}, '本人自己出的'), h('dd', {}, `${yuan(claim.borne)} `, h('small', {}, '元')))),
  amountOf(claim) && h('p', { class: 'capitals' }, capitals(amountOf(claim))),
  claim.granted && h('p', { class: 'warn' }, `按方案应补 ${inYuan(claim.amount)}。审核的时候村里的钱不够，按章程补 ${inYuan(claim.granted)}。`),
  settled(claim),
  'confirmed' in claim && h('p', {}, claim.confirmed ? '本人在聊天里核对过，说读得对。' : h('strong', {}, '本人在聊天里说读得不对，请对照照片。')),
  h('p', {}, '进度：', h('span', { class: 'tag' }, claim.stateName), claim.progress?.objectionsUntil && claim.state === 'published' ? ` 公示到 ${day(claim.progress.objectionsUntil)}` : ''),
  claim.progress?.listed && h('p', { class: 'note' }, '这笔在', h('a', { href: `#/payments/${part(claim.progress.listed)}` }, `代发清单 ${claim.progress.listed}`), '里，等银行发。发成了没有，在清单里记。'));

const reasons = claim => claim.reasonTexts?.length > 0 && section('理由', list(claim.reasonTexts.map(reason => `${reason.number}. ${reason.text}${reason.remedy}`)), claim.progress?.words && h('p', {}, claim.progress.words));

const change = causes => ({ field, label, before, after }) => {
  const said = value => (field === 'cause' && causes.find(it => it.cause === value)?.label) || (/^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value) || '（空）';
  return `${label}：${said(before)} → ${said(after)}`;
};

const eventNames = { received: '收到', edited: '改正内容', disease: '选定病种', operations: '核对手术', cause: '确认住院原因', recomputed: '重新计算', appealed: '申诉', reopened: '重新办理', listed: '列入代发清单', unlisted: '从代发清单拿下', undone: '撤回' };
const stateNames = { received: '已收到', checked: '已核对', approved: '已审核', published: '已公示', paid: '已发放', returned: '已退回', refused: '不予补助' };

const history = async (address, causes) => {
  const { events } = await get(`${address}/events`).catch(() => ({ events: [] }));
  return events.length > 0 && section('办理记录', h('ol', {}, events.map(event => h('li', {},
    `${moment(event.at)} ${event.name}：${event.kind === 'moved' ? (event.to === 'paid' && !event.amount ? '办完，没有再发钱' : stateNames[event.to]) : eventNames[event.kind] ?? event.kind}${event.list ? `（代发清单 ${event.list}）` : ''}${event.amount ? `，${inYuan(event.amount)}` : ''}${event.words ? `。${event.words}` : ''}`,
    event.changes?.length > 0 && list(event.changes.map(change(causes)))))));
};

/** What was said about this claim: what is open first, objections that were settled with how. */
const said = (village, claim, calls, refresh) => {
  const open = calls.filter(call => !call.done), settled = calls.filter(call => call.done && call.outcome);
  return [
    open.length > 0 && h('section', { class: 'warn', 'aria-label': '还没有办完的话' },
      h('h3', {}, open.some(call => call.kind === 'objection') ? '有人对这笔有意见，还没有办完' : open.some(call => call.kind === 'correct') ? '本人说材料读错了，还没有办完' : '村民为这笔来过话，还没有办完'),
      open.map(call => callCard(village, call, refresh))),
    settled.length > 0 && section('说过的话，怎么办的', list(settled.map(call => `${moment(call.at)} ${call.words}。${call.doneBy}：${call.outcome}`))),
  ];
};

export const claimView = async (village, id, refresh) => {
  const claim = await get(`/api/villages/${part(village)}/claims/${part(id)}`);
  if (!claim.moves) return folderView(village, claim, refresh);
  const address = `/api/villages/${part(village)}/claims/${part(claim.id)}`;
  const [papers, past, { calls }] = await Promise.all([papersOf(village, claim), history(address, claim.causes), get(`/api/villages/${part(village)}/calls?all=true&claim=${part(claim.id)}`).catch(() => ({ calls: [] }))]);
  const photos = viewer(papers);
  const facts = fieldsForm(address, claim, papers, photos, refresh);
  const doubts = [...claim.findings, ...claim.conflicts];
  return {
    title: `${claim.person}的申请`,
    nodes: [
      amountBox(claim),
      doubts.length > 0 && h('div', { class: 'warn' }, h('p', {}, h('strong', {}, '请对照照片看一看：')), list(doubts), usedIn(village, claim.sheetUsedIn)),
      claim.missing.length > 0 && h('div', { class: 'warn' }, h('p', {}, h('strong', {}, '还缺：')), list(claim.missing)),
      reasons(claim),
      said(village, claim, calls, refresh),
      movesPanel(address, claim, facts.querySelector('[data-keep]'), refresh),
      h('div', { class: papers.length > 0 ? 'beside' : '' }, papers.length > 0 && photos.node, facts),
      section(claim.state === 'refused' ? '要是能补，按方案这样算' : '为什么是这个数', list(claim.why)),
      section('各层保障', h('table', {},
        h('caption', { class: 'hidden-words' }, '各层保障'),
        h('tbody', {}, claim.layers.map(layer => h('tr', {}, h('th', { scope: 'row' }, layer.name), h('td', { class: 'number' }, layer.amount)))))),
      past,
    ],
  };
};
