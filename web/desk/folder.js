// What staff handed in for somebody and that is no claim yet: found again, finished later, or given up.
import { part, post } from '../assets/api.js';
import { h, table } from '../assets/dom.js';
import { confirmed, done, goTo, working } from '../assets/live.js';
import { day, moment } from '../assets/words.js';
import { kindName, papersOf, viewer } from './photo.js';

const lacks = it => it.state === 'reading' ? '正在识别照片' : [it.missing.length > 0 && `还差${it.missing.map(kindName).join('、')}`, it.conflicts.length > 0 && `有 ${it.conflicts.length} 处对不上`].filter(Boolean).join('，') || '没看清，请补拍';

/** Where they stand in the list of claims. */
export const unfinished = folders => table('替人交的、还没办完的', [
  { head: '姓名', of: it => h('a', { href: `#/claims/${part(it.folder)}` }, it.person || '（还没看到姓名）') },
  { head: '还差什么', of: lacks },
  { head: '照片', number: true, of: it => `${it.papers} 张` },
  { head: '谁交的', of: it => `${it.by ?? ''} ${moment(it.at)}` },
  { head: '留到', of: it => day(it.until) },
], folders);

const list = lines => h('ul', {}, lines.map(line => h('li', {}, line)));

/** A folder that is still being read, or lacks papers. */
export const folderView = async (village, folder, refresh) => {
  const address = `/api/villages/${part(village)}/claims/${part(folder.claim)}`, place = h('div');
  if (folder.state === 'reading') {
    return {
      title: '正在识别照片',
      nodes: [h('p', { class: 'note', role: 'status' }, '照片正在识别，一般几秒钟就好。'), h('div', { class: 'actions' }, h('button', { type: 'button', onclick: refresh }, '刷新'), h('a', { class: 'button second', href: '#/claims' }, '回到申请'))],
    };
  }
  const papers = await papersOf(village, { id: folder.claim, papers: folder.papers.map(it => ({ hash: it.hash, kind: it.reading?.kind ?? 'other' })) });
  const photos = viewer(papers);
  const act = (label, path, { title, body, said, danger = false, to }, kind = 'second') => {
    const button = h('button', { type: 'button', class: kind, onclick: () => working(button, place, async () => {
      if (!await confirmed({ title, body, yes: label, danger })) return;
      await post(`${address}/${path}`);
      if (to) { goTo(to, said); return; }
      done(said);
      await refresh();
    }) }, label);
    return button;
  };
  const files = h('input', { type: 'file', id: 'photos', name: 'photos', multiple: true, accept: 'image/*,application/pdf', required: true }), send = h('button', {}, '补上');
  return {
    title: '材料还没办完',
    nodes: [
      h('p', { class: 'note' }, `${lacks(folder)}。交齐了，系统就做成申请。`),
      folder.conflicts.length > 0 && h('div', { class: 'warn' }, h('p', {}, h('strong', {}, '对不上的地方：')), list(folder.conflicts)),
      h('form', {
        class: 'panel',
        onsubmit: event => {
          event.preventDefault();
          working(send, place, async () => {
            const body = new FormData();
            for (const file of files.files) body.append('photos', file);
            await post(`${address}/papers`, body);
            done('照片收到了，正在识别。');
            await refresh();
          });
        },
      }, h('h3', {}, '补材料'), h('p', {}, `只补缺的，前面交过的不用再交。${folder.missing.length > 0 ? `还缺：${folder.missing.map(kindName).join('、')}。` : ''}`), h('div', { class: 'field' }, h('label', { for: 'photos' }, '要补的照片'), files), h('div', { class: 'actions' }, send)),
      place,
      h('div', { class: 'beside' }, photos.node, h('div', {}, h('h3', {}, '已经交的'),
        h('ul', {}, papers.map((paper, at) => h('li', {}, `${at + 1}. ${paper.words}${paper.fields.name?.value ? `，${paper.fields.name.value}` : ''}${paper.advice ? `。${paper.advice}` : ''}`,
          h('div', { class: 'actions' }, act(`拿掉第 ${at + 1} 张`, `papers/${part(paper.hash)}/remove`, { title: `拿掉第 ${at + 1} 张：${paper.words}`, body: ['拿掉就删了。是别人的，请另外替那个人交。'], said: '拿掉了。', to: papers.length > 1 ? null : '#/claims' }))))))),
      h('div', { class: 'actions' },
        folder.mayKeep && act('就是一个人的，读错了', 'keep', { title: '都是这个人这次住院的', body: ['对不上的地方是读错了。做成申请以后，请对照照片改好再核对。'], said: '做成申请了，请对照照片核对。' }, null),
        act('不办了，删掉', 'drop', { title: '不办了', body: ['照片和读出来的内容都删掉，找不回来。'], said: '删掉了。', danger: true, to: '#/claims' }),
        h('a', { class: 'button second', href: '#/claims' }, '回到申请')),
    ],
  };
};
