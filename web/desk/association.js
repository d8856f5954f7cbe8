// How the villagers decide: the steps that were recorded, the next one, and the documents to print.
import { fetched, get, part, post, text } from '../assets/api.js';
import { field, h, select, table, values } from '../assets/dom.js';
import { sent } from '../assets/kept.js';
import { confirmed, done, working } from '../assets/live.js';
import { day, inYuan, today } from '../assets/words.js';
import { charterFields } from './charter.js';

const names = { proposal: '提议', consultation: '征求意见', letter: '告全体村民书', assembly: '会议', resolution: '决议', withdrawal: '撤回提议' };
const number = (name, label, hint) => field(label, h('input', { name, required: true, inputmode: 'numeric', pattern: '[0-9]+', autocomplete: 'off' }), hint);

/** What each step asks for beside day, place and words. */
const extras = (step, drafts) => ({
  proposal: () => [field('提议哪个方案', select([['', '（只议章程）'], ...drafts.map(it => [it.version, `${it.version}，预计补助 ${inYuan(it.expectedAid)}`])], drafts[0]?.version ?? '', { name: 'plan' }), '先在“方案”里试算、存成草案')],
  consultation: () => [number('count', '收到多少条意见')],
  letter: () => [number('count', '发到多少户')],
  assembly: () => [],
  resolution: () => [number('eligible', '应到'), number('present', '实到'), number('for', '赞成'), number('against', '反对'), number('abstained', '弃权'), field('签了名的会议记录（照片或 PDF）', h('input', { type: 'file', name: 'scan', accept: 'image/*,application/pdf', required: true }))],
}[step]?.() ?? []);

const bodyOf = async (address, step, form, charter) => {
  const { scan, eligible, present, for: yes, against, abstained, count, ...all } = values(form);
  const said = Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('charter.')));
  const body = { step, ...said, ...(count !== undefined && { count: Number(count) }) };
  if (step === 'proposal') return { ...body, charter: charter.read() };
  if (step !== 'resolution') return body;
  const kept = await post(`${address}/scans`, scan);
  return { ...body, scan: kept.scan, votes: { eligible: Number(eligible), present: Number(present), for: Number(yes), against: Number(against), abstained: Number(abstained) } };
};

const nextForm = (address, next, drafts, known, refresh) => {
  const charter = charterFields(known);
  const place = h('div'), button = h('button', {}, `记下：${next.name}`);
  return h('form', {
    class: 'panel', 'data-keep': `step-${next.step}`,
    onsubmit: event => {
      event.preventDefault();
      const form = event.target;
      working(button, place, async () => {
        await post(`${address}/steps`, await bodyOf(address, next.step, form, charter));
        sent(form);
        done(`${next.name}，记下了。`);
        await refresh();
      });
    },
  }, h('h3', {}, `下一步：${next.name}`), h('p', {}, next.advice), h('div', { class: 'row' },
    field('日期', h('input', { name: 'date', type: 'date', value: today(), required: true })),
    field('地点或方式', h('input', { name: 'place', maxlength: 60, autocomplete: 'off' })),
    extras(next.step, drafts)),
  next.step === 'proposal' && charter.node,
  field('说了什么、定了什么', h('textarea', { name: 'text', rows: 4, maxlength: 2000 })), place, h('div', { class: 'actions' }, button));
};

/** Whoever proposed may think better of it before the resolution; that stays on record. */
const withdrawal = (address, refresh) => {
  const place = h('div'), button = h('button', { type: 'button', class: 'second', onclick: () => working(button, place, async () => {
    const text = await confirmed({ title: '撤回提议', body: ['这次议事到此为止，记录都留着。方案仍是草案，可以改好再提议。'], yes: '撤回', danger: true, ask: { label: '为什么撤回', required: true, most: 500 } });
    if (!text) return;
    await post(`${address}/steps`, { step: 'withdrawal', date: today(), text });
    done('提议撤回了。');
    await refresh();
  }) }, '撤回提议');
  return h('div', {}, h('div', { class: 'actions' }, button), place);
};

const outcome = step => [
  step.subject?.plan && `方案 ${step.subject.plan}`,
  step.subject?.charter && `章程${step.subject.changes?.length > 0 ? `改成：${step.subject.changes.map(it => it.after).join('')}` : ''}`,
  step.count !== undefined && `${step.count}${step.step === 'letter' ? ' 户' : ' 条'}`,
  step.votes && `应到 ${step.votes.eligible}，实到 ${step.votes.present}，赞成 ${step.votes.for}，反对 ${step.votes.against}，弃权 ${step.votes.abstained}`,
  step.adopted !== undefined && (step.adopted ? '通过' : '没有通过'),
  step.step === 'withdrawal' && step.text,
].filter(Boolean).join('；');

export const associationView = async (me, refresh) => {
  const address = `/api/villages/${part(me.village)}/association`;
  const [known, { drafts }] = await Promise.all([get(address), get(`/api/villages/${part(me.village)}/plans`)]);
  const scan = step => {
    const button = h('button', { type: 'button', class: 'second', onclick: () => working(button, null, async () => { h('a', { href: await fetched(`${address}/scans/${part(step.scan)}`), download: `${step.date}-${names[step.step]}` }).click(); }) }, '下载扫描件');
    return button;
  };
  return {
    title: '议事',
    nodes: [
      nextForm(address, known.next, drafts.filter(it => ['draft', 'rejected'].includes(it.state)), known.charter, refresh),
      known.underWay && withdrawal(address, refresh),
      table('记下的程序', [
        { head: '哪一步', of: it => it.name },
        { head: '第几次议事', number: true, of: it => String(it.round) },
        { head: '日期', of: it => day(it.date) },
        { head: '结果', of: outcome },
        { head: '记录人', of: it => it.by },
        { head: '扫描件', of: it => it.scan ? scan(it) : '' },
      ], [...known.steps].reverse(), '还没有记过。'),
      h('h3', {}, '可以打印的文书'),
      h('ul', {}, known.documents.map(it => h('li', {}, h('a', { href: `#/document/${part(it.document)}` }, it.title)))),
      h('h3', {}, '章程'),
      known.stillByPlan && h('p', { class: 'note' }, known.stillByPlan),
      table('章程的每一条，和它的来历', [
        { head: '条目', of: it => it.name }, { head: '怎么定的', of: it => it.text }, { head: '来历', of: it => `${{ published: '公开做法', assumed: '系统假设', chosen: '本村自定' }[it.certainty]}：${it.source}` },
      ], known.charterItems),
    ],
  };
};

/** A document of the association, on paper. It comes as a page of its own; only its words and tables are taken over. */
export const documentView = async (village, name) => {
  const page = new DOMParser().parseFromString((await text(`/api/villages/${part(village)}/association/documents/${part(name)}`)).replace(/<style[^]*?<\/style>/g, ''), 'text/html');
  const paper = h('article', { class: 'paper' });
  paper.append(...[...page.body.children].filter(it => !['SCRIPT', 'STYLE'].includes(it.tagName)).map(it => document.importNode(it, true)));
  return { title: page.title, nodes: [h('div', { class: 'actions' }, h('button', { type: 'button', onclick: () => print() }, '打印'), h('a', { class: 'button second', href: '#/association' }, '回到议事')), paper] };
};
