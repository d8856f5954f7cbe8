// Checks in the reader's own browser that the entry of a receipt is inside the village's published total.
import { get, part } from './api.js';
import { h } from './dom.js';
import { tell, working } from './live.js';
import { hexOf, rootFrom, sha256, signed } from './merkle.js';
import { day, inYuan } from './words.js';

const form = document.getElementById('proof'), answer = document.getElementById('answer');
const kinds = { contribution: '出资', 'aid-paid': '发放补助', 'aid-approved': '审核通过的补助', 'aid-corrected': '更正的补助', 'aid-returned': '退回的补助', opening: '期初结余', reversal: '冲销', interest: '利息' };

/** People write O for 0 and I or L for 1; codes hold neither. */
const lettersOf = code => code.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
const amountOf = posting => (posting.lines.find(line => line.account === 'aid-payable') ?? posting.lines.find(line => ['bank', 'cash'].includes(line.account)) ?? posting.lines[0]).amount;
const ends = root => `${root.slice(0, 8)} …… ${root.slice(-8)}`;

/** What speaks against it; empty where everything agrees. */
const faults = async (village, number, proof, found) => {
  const entry = JSON.parse(found.entry), tree = JSON.parse(found.tree.statement);
  const root = await rootFrom(found.entry, found.index, tree.entries, found.path);
  const { pem, key } = await get('/api/county/board/key');
  return [
    (entry.village !== village || entry.number !== number || entry.proof !== proof) && '拿回来的不是这张收据的那一笔。',
    (tree.village !== village || root !== tree.root) && '从这一笔算出来的总账指纹，和公布的不一样。',
    (key !== found.tree.key || !await signed(pem, found.tree.statement, found.tree.signature)) && '公布的总账指纹，签名不对。',
  ].filter(Boolean);
};

const check = async () => {
  const village = form.dataset.village, number = Number(form.elements.entry.value.trim()), letters = lettersOf(form.elements.code.value);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error('收据编号是一个数字，请看收据右上角，再填一遍。');
  if (letters.length !== 16) throw new Error(`验证码有 16 个字母和数字，您填了 ${letters.length} 个。请对照收据再填一遍。`);
  const proof = hexOf(await sha256(new TextEncoder().encode(`shouwang-receipt\n${letters}`)));
  let found;
  try {
    found = await get(`/api/villages/${part(village)}/board/proof?entry=${number}&proof=${proof}`);
  } catch (failure) {
    if (failure.code !== 'receipt-unknown') throw failure;
    throw new Error('没有对上。多半是编号或者验证码填错了一个字，请对照收据慢慢再填一遍。还是不行，带着收据到村委会当面核对。');
  }
  const wrong = await faults(village, number, proof, found);
  if (wrong.length > 0) {
    tell(answer, 'bad', h('h2', {}, '对不上'), ...wrong, '请先别慌：带着收据到村委会，请他们和县里一起逐笔核对。');
    return;
  }
  const { posting } = JSON.parse(found.entry), tree = JSON.parse(found.tree.statement);
  tell(answer, 'good', h('h2', {}, '对上了'),
    `您的这一笔原样记在总账里：${day(posting.date)}，${kinds[posting.kind] ?? '记账'}，${inYuan(amountOf(posting))}。`,
    `一共 ${tree.entries} 笔账，合起来的总账指纹是：`, h('p', {}, h('code', {}, tree.root)),
    `请和墙上贴的、公示页上的对一对：${ends(tree.root)}。如果墙上贴的是以前的，到公示存档里找同一天的再对。`);
};

form.addEventListener('submit', event => {
  event.preventDefault();
  working(form.querySelector('button'), answer, check);
});
