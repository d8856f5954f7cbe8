// One paper's photo: upright, zoomed, turned, with the place marked where a value was read.
import { fetched, get, part } from '../assets/api.js';
import { h } from '../assets/dom.js';

const kinds = { 'discharge-record': '出院记录', 'fee-list': '费用清单', 'settlement-sheet': '医保结算单', 'inpatient-bill': '住院票据', 'outpatient-bill': '门诊票据', 'identity-card': '身份证', other: '没认出来的' };

// By its shorter side, so that a screenshot that was scrolled keeps its width, and no larger than browsers draw.
const scaleOf = (width, height) => Math.min(1, 1600 / Math.min(width, height), 16000 / Math.max(width, height), Math.sqrt(16e6 / (width * height)));

export const kindName = kind => kinds[kind] ?? kind;

// A file may hold several papers; where two say the same field, the first is shown.
const fieldsOf = reading => Object.assign({}, ...[...(reading?.others ?? [])].reverse().map(other => other.fields), reading?.fields);

// All that lies in a file: a PDF may hold all three papers.
const wordsOf = (paper, reading) => [...new Set([paper.kind, ...(reading?.others ?? []).map(other => other.kind)])].map(kindName).join('、');

/** Loads the papers of a claim with what was read on them. */
export const papersOf = (village, claim) => Promise.all(claim.papers.map(async paper => {
  const address = `/api/villages/${part(village)}/claims/${part(claim.id)}/papers/${part(paper.hash)}`;
  const drawn = new Map();
  // Fetched when it is looked at, and once: a file may have twenty pages.
  const picture = page => {
    if (!drawn.has(page)) drawn.set(page, fetched(`${address}/pages/${page}`).catch(() => null));
    return drawn.get(page);
  };
  const [found] = await Promise.all([get(`${address}/reading`).catch(() => null), picture(1)]);
  return { ...paper, picture, file: () => fetched(address), pages: found?.pages ?? [], fields: fieldsOf(found?.reading), advice: found?.reading?.quality?.advice, words: wordsOf(paper, found?.reading) };
}));

// What is paid for is taken from the record wherever it says it.
const fromRecord = ['diagnosis', 'operation'];
const before = (name, kind) => fromRecord.includes(name) && kind === 'discharge-record' ? 1 : 0;

/** The paper from which a field was taken, and how it was read there: the record, or where it was read most surely. */
export const readAt = (papers, name) => papers
  .filter(paper => paper.fields[name])
  .map(paper => ({ paper, ...paper.fields[name] }))
  .sort((a, b) => (b.where ? 1 : 0) - (a.where ? 1 : 0) || before(name, b.paper.kind) - before(name, a.paper.kind) || b.confidence - a.confidence)[0];

// Below this the photo stands above the fields and is out of sight while one of them is compared.
const narrow = matchMedia('(max-width: 999px)');

/** A viewer of papers: { node, show(paper, where, number of the page, field) }: on a narrow screen the place that is marked is shown below the field too. */
export const viewer = papers => {
  let shown = null, number = 1, where = null, zoom = 1, turns = 0, beside = null;
  const strip = h('canvas', { class: 'strip', role: 'img', 'aria-label': '照片上这一项的地方' });
  const canvas = h('canvas', { role: 'img' });
  const frame = h('div', { class: 'photo', tabindex: '0', role: 'region', 'aria-label': '单据照片，方向键移动，加减号放大缩小，R 键转向' }, canvas);
  const words = h('p', { class: 'small', role: 'status' });
  const image = new Image();
  // Where nobody draws its pages, a PDF or an iPhone's photo is shown by a program of its own.
  const unshown = async () => {
    const paper = shown, file = await paper.file().catch(() => null);
    if (paper !== shown) return;
    canvas.width = 0;
    words.replaceChildren(...(file ? ['这份文件不能在这里显示。', h('a', { href: file, target: '_blank', rel: 'noopener' }, '打开文件')] : ['这张照片打不开。']));
  };
  image.addEventListener('error', unshown);
  const page = () => shown.pages[number - 1];

  const draw = () => {
    if (!image.naturalWidth) return;
    const back = ((-(page()?.quarterTurns ?? 0) + turns) % 4 + 4) % 4;
    const lying = back % 2 === 1;
    const scale = scaleOf(image.naturalWidth, image.naturalHeight);
    const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
    [canvas.width, canvas.height] = lying ? [height, width] : [width, height];
    const pen = canvas.getContext('2d');
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.rotate(back * Math.PI / 2);
    pen.drawImage(image, -width / 2, -height / 2, width, height);
    pen.resetTransform();
    const box = where && page() && markOf(page(), lying === (turns % 2 === 1) ? canvas : { width: canvas.height, height: canvas.width });
    if (box) mark(pen, box);
    if (box && beside && narrow.matches) cut(box); else strip.remove();
    canvas.style.width = `${zoom * 100}%`;
    if (box) { frame.scrollTo({ left: (box.x / canvas.width) * canvas.clientWidth - frame.clientWidth / 3, top: (box.y / canvas.height) * canvas.clientHeight - frame.clientHeight / 3 }); }
  };

  // Places are told for the upright picture; the person may have turned it further.
  const markOf = (page, upright) => {
    const [fx, fy] = [upright.width / page.width, upright.height / page.height];
    const xs = where.filter((_, at) => at % 2 === 0), ys = where.filter((_, at) => at % 2 === 1);
    let box = { x: Math.min(...xs) * fx, y: Math.min(...ys) * fy, w: (Math.max(...xs) - Math.min(...xs)) * fx, h: (Math.max(...ys) - Math.min(...ys)) * fy };
    let size = upright;
    for (let turn = 0; turn < turns; turn++) {
      box = { x: size.height - box.y - box.h, y: box.x, w: box.h, h: box.w };
      size = { width: size.height, height: size.width };
    }
    return box;
  };

  const mark = (pen, { x, y, w, h: tall }) => {
    const edge = Math.max(6, tall * 0.25);
    pen.fillStyle = 'rgb(255 208 0 / 22%)';
    pen.fillRect(x - edge, y - edge, w + 2 * edge, tall + 2 * edge);
    pen.lineWidth = Math.max(4, canvas.width / 350);
    pen.strokeStyle = '#c40018';
    pen.strokeRect(x - edge, y - edge, w + 2 * edge, tall + 2 * edge);
  };

  /** The marked place with what stands around it, two or three lines of writing tall. */
  const cut = ({ x, y, w, h: tall }) => {
    const high = Math.min(canvas.height, tall * 4), wide = Math.min(canvas.width, Math.max(w + 3 * tall, high * 3.4));
    const [left, top] = [Math.min(Math.max(0, x + w / 2 - wide / 2), canvas.width - wide), Math.min(Math.max(0, y + tall / 2 - high / 2), canvas.height - high)];
    [strip.width, strip.height] = [wide, high];
    strip.getContext('2d').drawImage(canvas, left, top, wide, high, 0, 0, wide, high);
    beside.append(strip);
  };

  const zoomTo = factor => { zoom = Math.min(5, Math.max(1, zoom * factor)); draw(); };
  const turn = () => { turns = (turns + 1) % 4; draw(); };
  const tool = (label, act) => h('button', { type: 'button', class: 'second', onclick: act }, label);
  frame.addEventListener('keydown', event => {
    const act = { '+': () => zoomTo(1.4), '=': () => zoomTo(1.4), '-': () => zoomTo(1 / 1.4), r: turn, R: turn }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  image.addEventListener('load', draw);

  const show = async (paper, at = null, wanted = 1, field = null) => {
    [where, beside] = [at, field];
    if (at && zoom < 1.6) zoom = 1.8;
    if (shown === paper && number === wanted) return draw();
    [shown, number, turns] = [paper, wanted, 0];
    const several = paper.pages.length > 1;
    canvas.setAttribute('aria-label', `${paper.words}的照片${several ? `，第${number}页` : ''}`);
    words.textContent = paper.advice ?? '';
    leaf.hidden = !several;
    leaves.textContent = `第${number}页，共${paper.pages.length}页`;
    for (const button of tabs.children) button.setAttribute('aria-pressed', button.dataset.hash === paper.hash);
    canvas.width = 0;
    image.removeAttribute('src');
    const picture = await paper.picture(number);
    if (shown !== paper || number !== wanted) return; // another was asked for meanwhile
    if (picture) image.src = picture; else unshown();
  };
  const leaves = h('span', { class: 'small' });
  const turnTo = step => () => { const to = number + step; if (to >= 1 && to <= shown.pages.length) show(shown, null, to); };
  const leaf = h('div', { class: 'actions', role: 'group', 'aria-label': '翻页', hidden: true }, tool('上一页', turnTo(-1)), leaves, tool('下一页', turnTo(1)));
  const tabs = h('div', { class: 'actions', role: 'group', 'aria-label': '单据' }, papers.map(paper =>
    h('button', { type: 'button', class: 'second', 'data-hash': paper.hash, 'aria-pressed': 'false', onclick: () => { zoom = 1; show(paper); } }, paper.words)));
  const node = h('section', { class: 'papers', 'aria-label': '照片' }, tabs, leaf, frame, words,
    h('div', { class: 'actions' }, tool('放大', () => zoomTo(1.4)), tool('缩小', () => zoomTo(1 / 1.4)), tool('转一下', turn)));
  if (papers.length > 0) show(papers[0]);
  return { node, show };
};
