// The charter as a proposal may change it: each choice as it stands; only what was changed is proposed.
import { field, h, select } from '../assets/dom.js';

const yesNo = [['true', '合并算一次'], ['false', '每次分别算']];
const roundings = [['half-up-fen', '四舍五入到分'], ['down-fen', '分以下舍去'], ['half-up-yuan', '四舍五入到元'], ['down-yuan', '元以下舍去']];
const low = [['reduce', '按比例减少'], ['queue', '按申请先后排队'], ['stop', '暂停，开会决定']];
const ways = [['all-steps', '走完五步'], ['assembly-only', '只开会议和决议']];
const causes = [['traffic', '交通事故'], ['work-injury', '工伤'], ['third-party', '第三方负担'], ['cosmetic', '整形美容'], ['check-up', '体检疗养'], ['crime', '打架斗殴、违法犯罪'], ['self-harm', '自伤'], ['childbirth', '正常分娩'], ['abroad', '境外就医']];

/** Path in the charter, words, and how it is entered: 'days' a number, a list of choices, 'open' a text that may be left out, else text. */
const choices = [
  ['entryLine', '起补线（元）'], ['yearlyCap', '个人年度封顶（元，空着不封顶）', 'open'], ['claimDays', '出院后几天内申请', 'days'], ['waitingDays', '入会等待期（天）', 'days'],
  ['readmission.days', '同病几天内再住院', 'days'], ['readmission.merged', '同病再住院怎么算', yesNo], ['rounding', '补助取整', roundings], ['objectionDays', '公示几天', 'days'], ['appealDays', '几天内申诉', 'days'],
  ['lowMoney.below', '钱少到全年的多少算不足'], ['lowMoney.action', '资金不足怎么办', low], ['lowMoney.share', '按比例减少时一律按多少（空着按剩下的）', 'open'],
  ['feeShare', '平台服务费'], ['allowedRuin', '允许用完的可能'], ['noticeDays', '变更提前几天公布', 'days'], ['quorum', '到会不少于'], ['majority', '赞成超过'], ['changeProcedure', '以后怎么改', ways],
];

const at = (charter, path) => path.split('.').reduce((it, name) => it?.[name], charter);

/** What was entered, as the interface takes it. What cannot be meant is never left out in silence: the villagers would decide on something else. */
const entered = (kind, label, text) => {
  if (text === '') {
    if (kind !== 'open') throw new Error(`“${label}”不能空着。不改，就照原来的写。`);
    return null;
  }
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '').replace(/[天元]$/, '');
  if (kind === 'days') {
    if (!/^\d{1,4}$/.test(plain)) throw new Error(`“${label}”要写数字，例如 10。`);
    return Number(plain);
  }
  return kind === yesNo ? text === 'true' : Array.isArray(kind) ? text : plain;
};

/** Fields of the charter, and what of them was changed; undefined where nothing was. */
export const charterFields = charter => {
  const inputs = choices.map(([path, label, kind]) => {
    const value = String(at(charter, path) ?? '');
    const name = `charter.${path}`;
    const input = Array.isArray(kind) ? select(kind, value, { name }) : h('input', { name, value, inputmode: kind === 'days' ? 'numeric' : null, maxlength: 20, autocomplete: 'off' });
    return { path, label, kind, value, input, node: field(label, input) };
  });
  const boxes = causes.map(([cause, label]) => h('label', { class: 'choice' }, h('input', { type: 'checkbox', name: `charter.exclusions.${cause}`, value: cause, checked: charter.exclusions.includes(cause) }), label));
  const read = () => {
    const said = {};
    for (const { path, label, kind, value, input } of inputs) {
      const now = input.value.trim(), [name, inner] = path.split('.');
      if (now === value) continue;
      const known = entered(kind, label, now);
      if (inner) said[name] = { ...charter[name], ...said[name], [inner]: known };
      else said[name] = known;
    }
    const excluded = boxes.map(box => box.firstChild).filter(box => box.checked).map(box => box.value);
    if ([...excluded].sort().join() !== [...charter.exclusions].sort().join()) said.exclusions = excluded;
    return Object.keys(said).length > 0 ? said : undefined;
  };
  return { node: h('details', {}, h('summary', {}, '同时改章程'), h('p', { class: 'small' }, '只写要改的，其余照旧。'), h('div', { class: 'row' }, inputs.map(it => it.node)), h('fieldset', {}, h('legend', {}, '不予补助的情形'), boxes)), read };
};
