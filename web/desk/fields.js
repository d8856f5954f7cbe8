// What the papers say, field by field: correct it, or say that a doubtful value is right. Beside it: the disease, the operations and the cause of the stay.
import { post, put } from '../assets/api.js';
import { h } from '../assets/dom.js';
import { sent, unsent } from '../assets/kept.js';
import { done, working } from '../assets/live.js';
import { yuan } from '../assets/words.js';
import { readAt } from './photo.js';

/** Name, words, and how it is entered. */
const fields = [
  ['name', '姓名'], ['idNumber', '身份证号'], ['hospital', '医院', 'wide'], ['admitted', '入院日期', 'date'], ['discharged', '出院日期', 'date'], ['diagnosis', '出院诊断', 'long'], ['operation', '手术名称', 'long'],
  ['total', '总费用', 'money'], ['basicPaid', '基本医保支付', 'money'], ['criticalPaid', '大病保险支付', 'money'], ['assistancePaid', '医疗救助支付', 'money'], ['otherPaid', '其他支付', 'money'],
  ['accountPaid', '个人账户支付', 'money'], ['cashPaid', '个人现金支付', 'money'], ['inScope', '政策范围内金额', 'money'], ['selfFunded', '全自费', 'money'], ['selfPayFirst', '先行自付', 'money'], ['overLimit', '超限价自费', 'money'],
  ['settlementNumber', '结算单号', 'wide'], ['billCode', '票据代码'], ['billNumber', '票据号码'],
];

const one = (claim, papers, photos, open) => ([name, label, kind]) => {
  const read = readAt(papers, name), unsure = claim.stay.unsure?.includes(name), value = claim.stay[name] ?? '';
  if (!open && value === '') return null;
  const input = h(kind === 'long' ? 'textarea' : 'input', {
    id: `field-${name}`, name, value, type: kind === 'long' ? null : kind === 'date' ? 'date' : 'text', rows: kind === 'long' ? 2 : null, inputmode: kind === 'money' ? 'decimal' : null, autocomplete: 'off', readonly: !open,
    'aria-describedby': unsure ? `field-${name}-unsure` : null,
    onfocus: event => { if (read?.where) photos.show(read.paper, read.where, read.page ?? 1, event.target.closest('.field')); },
  });
  const label_ = h('label', { for: input.id }, label);
  return h('div', { class: `field${unsure ? ' unsure' : ''}${kind === 'wide' || kind === 'long' ? ' wide' : ''}` }, label_, input,
    unsure && h('span', { class: 'fault', id: `field-${name}-unsure` }, '看得不太清，请对照照片'),
    unsure && open && h('label', { class: 'choice' }, h('input', { type: 'checkbox', name: `sure-${name}` }), '对照过了，就是这个'));
};

/** What the papers say or an amount rests on; the rest is folded away. */
const shown = claim => ([name]) => claim.stay[name] !== undefined || ['name', 'hospital', 'admitted', 'discharged', 'diagnosis', 'total', 'cashPaid'].includes(name);

/** The form of the papers' fields. */
const paperFields = (address, claim, papers, photos, refresh) => {
  const open = claim.actions.some(action => action.action === 'fields');
  const place = h('div'), button = h('button', {}, '保存改动'), back = h('button', { type: 'reset', class: 'second', hidden: true }, '不改了');
  const look = form => { back.hidden = !unsent(form); };
  return h('form', {
    'aria-label': '材料内容', 'data-keep': 'fields',
    oninput: event => look(event.currentTarget),
    onreset: event => { const form = event.currentTarget; setTimeout(() => look(form)); },
    onsubmit: event => {
      event.preventDefault();
      const form = event.target;
      working(button, place, async () => {
        const changed = {}, confirmed = [];
        for (const [name] of fields) {
          const input = form.elements[name];
          const said = input?.value.trim().replace(/\s*\n\s*/g, '；');
          if (input && said !== (claim.stay[name] ?? '')) changed[name] = said.replace(/,/g, '');
          if (form.elements[`sure-${name}`]?.checked) confirmed.push(name);
        }
        if (Object.keys(changed).length + confirmed.length === 0) throw new Error('没有改动。要改哪一项，直接在格子里改。');
        await put(`${address}/fields`, { fields: changed, confirmed, version: claim.version });
        sent(form);
        done('改好了，已经重新算过。');
        await refresh();
      });
    },
  }, h('h3', {}, '材料内容'), open && h('p', { class: 'small' }, '点到哪一项，照片上就标出从哪里读来的。'),
  h('div', { class: 'row' }, fields.filter(shown(claim)).map(one(claim, papers, photos, open))),
  open && h('details', {}, h('summary', {}, '材料上没有的项目'), h('div', { class: 'row' }, fields.filter(it => !shown(claim)(it)).map(one(claim, papers, photos, open)))), place, open && h('div', { class: 'actions' }, button, back));
};

/** Which disease it is: what was found, or whatever a search finds. */
const disease = (address, claim, refresh) => {
  if (!claim.actions.some(action => action.action === 'disease')) return null;
  const place = h('div'), found = h('div', { role: 'group', 'aria-label': '可选的病种' });
  const choose = (entry, name) => {
    const button = h('button', { type: 'button', class: 'second', onclick: () => working(button, place, async () => {
      await put(`${address}/disease`, { entry, version: claim.version });
      done(`病种选定为${name}。`);
      await refresh();
    }) }, name);
    return button;
  };
  const show = entries => found.replaceChildren(...(entries.length > 0 ? entries.map(it => choose(it.entry, it.name)) : [h('p', {}, '没有找到。请换个说法，例如“阑尾炎”。')]));
  const text = h('input', { id: 'disease-text', type: 'search', value: claim.diagnosis, autocomplete: 'off' });
  const search = h('button', { class: 'second' }, '查');
  if (claim.choices.length > 0) show(claim.choices);
  return h('form', {
    class: 'panel',
    onsubmit: event => {
      event.preventDefault();
      working(search, place, async () => { show((await post('/api/diagnoses/match', { text: text.value })).matches); found.querySelector('button')?.focus(); });
    },
  }, h('h3', {}, claim.diseaseName ? `病种：${claim.diseaseName}` : '请选定病种'), h('div', { class: 'field' }, h('label', { for: 'disease-text' }, '按诊断查病种'), text), h('div', { class: 'actions' }, search), found, place);
};

/** What was operated on: folded away unless the plan pays for an operation that the papers name. */
const operations = (address, claim, refresh) => {
  if (!claim.actions.some(action => action.action === 'operations')) return null;
  const place = h('div'), chosen = new Map(claim.operations.map(it => [it.code, { ...it, checked: it.sure }])), boxes = h('div');
  const show = () => boxes.replaceChildren(...(chosen.size > 0 ? [...chosen.values()].map(it => h('label', { class: 'choice' },
    h('input', { type: 'checkbox', name: 'operation', value: it.code, checked: it.checked, onchange: event => { it.checked = event.target.checked; } }),
    `${it.name}（${it.code}）${it.sum ? `，方案定 ${yuan(it.sum)} 元` : ''}${it.source === 'record' ? (it.sure ? '，出院记录写的' : '，出院记录上看不清') : it.sure === false ? '，不知道是不是这次做的' : ''}`)) : [h('p', {}, '出院记录和出院诊断里都没有认出手术。')]));
  show();
  const text = h('input', { id: 'operation-text', type: 'search', autocomplete: 'off', onkeydown: event => { if (event.key === 'Enter') { event.preventDefault(); search.click(); } } }), search = h('button', { type: 'button', class: 'second', onclick: () => working(search, place, async () => {
    const found = (await post('/api/diagnoses/match', { text: text.value })).operations;
    if (found.length === 0) throw new Error('没有找到这种手术。请照着出院记录写，例如“腹腔镜阑尾切除术”。');
    for (const it of found) chosen.set(it.code, { ...it, sure: true, checked: true });
    show();
  }) }, '添上');
  const button = h('button', { class: 'second' }, '手术就是这些');
  return h('details', { class: 'panel', open: claim.operations.some(it => it.sum) }, h('summary', {}, claim.operations.length > 0 ? '这次住院做的手术' : '这次住院做了手术？'), h('form', {
    'aria-label': '手术',
    onsubmit: event => {
      event.preventDefault();
      working(button, place, async () => {
        await put(`${address}/operations`, { operations: [...chosen.values()].filter(it => it.checked).map(it => it.code), version: claim.version });
        done('手术记下了，已经重新算过。');
        await refresh();
      });
    },
  }, boxes, h('div', { class: 'field' }, h('label', { for: 'operation-text' }, '出院记录上的手术名称'), text), h('div', { class: 'actions' }, search, button), place));
};

/** Why the person was in hospital: somebody has to ask. */
const cause = (address, claim, refresh) => {
  const action = claim.actions.find(it => it.action === 'cause');
  if (!action) return null;
  const place = h('div'), button = h('button', { class: 'second' }, action.label);
  return h('form', {
    onsubmit: event => {
      event.preventDefault();
      const chosen = new FormData(event.target).get('cause');
      working(button, place, async () => {
        if (!chosen) throw new Error('请先选一项。');
        await put(`${address}/cause`, { cause: chosen, version: claim.version });
        done('住院原因记下了。');
        await refresh();
      });
    },
  }, h('fieldset', {}, h('legend', {}, '问过本人或家里人：为什么住院'),
    claim.causes.map(it => h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'cause', value: it.cause, checked: claim.progress?.cause === it.cause }), it.excluded ? `${it.label}（章程规定不补）` : it.label)),
    place, h('div', { class: 'actions' }, button)));
};

export const fieldsForm = (address, claim, papers, photos, refresh) =>
  h('div', { class: 'facts' }, disease(address, claim, refresh), operations(address, claim, refresh), cause(address, claim, refresh), paperFields(address, claim, papers, photos, refresh));
