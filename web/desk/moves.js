// What may be done with a claim now: the interface says what, and why the rest may not. Each is confirmed once in words.
import { post } from '../assets/api.js';
import { h } from '../assets/dom.js';
import { unsent } from '../assets/kept.js';
import { confirmed, done, working } from '../assets/live.js';
import { capitals, inYuan } from '../assets/words.js';
import { isCause } from './claims.js';

// Money or a refusal: worth a second look.
const grave = ['approved', 'paid', 'refused'];

// Not the way a claim usually goes on.
const backward = ['returned', 'refused'];
const second = (claim, move) => backward.includes(move.to) && !comesBack(claim, move);

/** Money that had been paid too much comes back. */
const comesBack = (claim, move) => Number(claim.due) < 0 && (move.to === 'paid' || claim.state === 'refused');

/** All of it was paid before the claim was looked at again: nothing is handed over. */
const paidUp = (claim, move) => move.to === 'paid' && Number(claim.due) === 0;

// Low money can make an approval less than the claim says; what was paid before counts.
const amountOf = (claim, move) => paidUp(claim, move) ? null : move.to === 'paid' || comesBack(claim, move) ? (claim.due ?? claim.amount)?.replace('-', '') : move.amount ?? claim.granted ?? claim.amount;

// Reasons and words that were begun, by claim and move: nobody writes them twice because the line broke or he looked something up.
const begun = new Map();

/** Reasons to tick and words to say, where a move asks for them. */
const reasonsOf = (move, kept) => {
  const before = begun.get(kept) ?? { words: '', reasons: [] };
  const words = h('textarea', { id: 'move-words', rows: 3, maxlength: 300, required: move.needsWords, value: before.words });
  if (move.reasons.length === 0) {
    return {
      nodes: [h('div', { class: 'field', oninput: () => begun.set(kept, { words: words.value, reasons: [] }) }, h('label', { for: 'move-words' }, '过了期限，为什么还能补'), words)],
      read: () => ({ words: words.value.trim() || undefined }),
    };
  }
  const boxes = move.reasons.map(reason => h('label', { class: 'choice' }, h('input', { type: 'checkbox', name: 'reason', value: reason.number, checked: before.reasons.includes(reason.number) }), `${reason.number}. ${reason.text}`));
  const ticked = () => boxes.map(box => box.firstChild).filter(box => box.checked).map(box => Number(box.value));
  return {
    nodes: [h('div', { oninput: () => begun.set(kept, { words: words.value, reasons: ticked() }) }, h('fieldset', {}, h('legend', {}, '理由（可以选几个）'), boxes), h('div', { class: 'field' }, h('label', { for: 'move-words' }, '写给申请人的话'), words))],
    read: () => ({ reasons: ticked(), words: words.value.trim() || undefined }),
  };
};

const ask = async (address, claim, move, refresh) => {
  const amount = amountOf(claim, move);
  const kept = `${claim.id} ${move.to}`;
  const reasons = move.reasons.length > 0 || move.needsWords ? reasonsOf(move, kept) : null;
  const back = comesBack(claim, move), cash = (move.to === 'paid' && !paidUp(claim, move)) || back ? h('input', { type: 'checkbox' }) : null;
  const key = crypto.randomUUID();
  const yes = await confirmed({
    title: `${move.label}：${claim.person}`,
    body: [
      claim.diseaseName && `${claim.diseaseName}（${claim.serious ? '大病' : '小病'}）`,
      move.reasons.length === 0 && amount && h('p', { class: 'capitals' }, `${inYuan(amount)}，${capitals(amount)}`),
      move.note,
      cash && h('label', { class: 'choice' }, cash, back ? '退的是现金（不勾就是退到了银行专户）' : '用现金发的（不勾就是从银行专户转账）'),
      back && '钱真的收到了再记。',
      ...(reasons?.nodes ?? []),
      move.to === 'approved' && claim.confirmed === false && h('p', { class: 'warn' }, '本人在聊天里说读得不对。请先对照照片看过，再审核。'),
      grave.includes(move.to) && !paidUp(claim, move) && '办了以后本人会收到通知。',
    ].filter(Boolean),
    yes: move.label,
    danger: move.to === 'refused' && !back,
  });
  if (!yes) return;
  await post(`${address}/moves`, { to: move.to, version: claim.version, key, ...(reasons?.read() ?? {}), ...(move.to === 'approved' && amount && { amount }), ...(cash && { inCash: cash.checked }) });
  begun.delete(kept);
  done(`${move.label}，办好了。`);
  await refresh();
};

// What is asked for where words alone are needed.
const asked = { appeal: '申请人怎么说', reopen: '为什么要重新办理', objection: '谁对这笔有什么意见（办完以前不发钱）' };

// Sent, and the answer was lost: the same words sent again are the same objection, not a second one.
const unheard = new Map();

/** Words are asked for: an appeal, taking a claim up again, an objection made at the office. */
const worded = async (address, claim, action, refresh) => {
  const kept = `${claim.id} ${action.action}`;
  const words = await confirmed({ title: `${action.label}：${claim.person}`, yes: action.label, ask: { label: asked[action.action], required: true, most: action.action === 'objection' ? 300 : 500, value: begun.get(kept), typed: said => begun.set(kept, said) } });
  if (!words) return;
  const sent = `${kept} ${words}`, key = unheard.get(sent) ?? crypto.randomUUID();
  unheard.delete(sent);
  try {
    await post(`${address}/${action.action}`, { words, version: claim.version, key });
  } catch (failure) {
    if (failure.code === 'offline') unheard.set(sent, key);
    throw failure;
  }
  begun.delete(kept);
  done(`${action.label}，办好了。`);
  await refresh();
};

/** Roster or plan may say now what was missing when it came in. */
const recompute = async (address, claim, refresh) => {
  const { amount } = await post(`${address}/recompute`, { version: claim.version, key: crypto.randomUUID() });
  done(amount ? '重新算过了。' : '重新算过了，还是算不出来。缺什么，写在这一页上面。', amount ? 'good' : 'warn');
  await refresh();
};

/** form: what the papers say, which must not be decided upon while a correction in it is not saved. */
export const movesPanel = (address, claim, form, refresh) => {
  const place = h('div');
  const blocked = claim.moves.filter(move => !move.allowed);
  const button = (label, kind, act) => {
    const made = h('button', { type: 'button', class: kind, onclick: () => working(made, place, () => {
      const words = unsent(form);
      if (words) throw new Error(`材料内容里改了还没有保存：${words}。请先到下面点“保存改动”，看看重新算的数；不要改，就点“不改了”。`);
      return act();
    }) }, label);
    return made;
  };
  const buttons = [
    ...claim.moves.filter(move => move.allowed).map(move => button(move.label, second(claim, move) ? 'second' : null, () => ask(address, claim, move, refresh))),
    ...claim.actions.filter(action => action.action === 'recompute').map(action => button(action.label, 'second', () => recompute(address, claim, refresh))),
    ...claim.actions.filter(action => asked[action.action]).map(action => button(action.label, 'second', () => worded(address, claim, action, refresh))),
  ];
  return h('section', { class: 'panel', 'aria-label': '现在能办的' },
    h('h3', {}, '现在能办的'),
    claim.actions.some(isCause) && h('p', { class: 'warn' }, '还没有确认为什么住院。请问清本人或家里人，在下面选好，再点“确认住院原因”。'),
    buttons.length > 0 ? h('div', { class: 'actions' }, buttons) : h('p', {}, '没有要您办的。'),
    place,
    blocked.map(move => h('p', { class: 'small' }, `“${move.label}”现在不能办：${move.detail}`)));
};
