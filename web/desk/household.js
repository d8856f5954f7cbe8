// Members pay: one by one, or a household at once. Either everybody who is ticked is entered, or nobody.
import { post } from '../assets/api.js';
import { field, fill, h, values } from '../assets/dom.js';
import { confirmed, working } from '../assets/live.js';
import { capitals, inYuan, times } from '../assets/words.js';

/** What was typed is one of those who have not paid. */
const chooser = (people, offered) => {
  const who = h('input', { name: 'member', required: true, list: 'unpaid', autocomplete: 'off' });
  who.addEventListener('input', () => who.setCustomValidity(people.has(who.value) || who.value === '' ? '' : '请从列出的人里选。'));
  const made = field('谁交的', who, '写出姓名的头一个字，从列出的人里选');
  made.append(offered);
  return { who, made };
};

/** Who has not paid yet, by what is typed for him; a list of a thousand is typed in, not searched. */
export const payers = () => {
  const people = new Map(), offered = h('datalist', { id: 'unpaid' });
  const offer = unpaid => {
    people.clear();
    for (const it of unpaid) people.set(`${it.name}（${it.tail}）`, it);
    offered.replaceChildren(...[...people.keys()].map(value => h('option', { value })));
  };
  return { people, offered, offer };
};

/** fields: amount, day and place of the money; pays(receipts) is told when it was entered. */
export const householdForm = ({ address, year, people, offered }, fields, pays) => {
  const { who, made } = chooser(people, offered);
  const place = h('div'), mates = h('div', { class: 'wide' }), button = h('button', {}, '记下');
  const sum = h('output', { class: 'capitals' });
  const ticked = () => [...mates.querySelectorAll('input:checked')].map(box => people.get(box.value)).filter(Boolean);
  const household = () => people.has(who.value) ? [people.get(who.value), ...ticked()] : [];
  const reckon = () => {
    const all = household(), each = form.elements.amount.value;
    sum.textContent = all.length > 1 && form.elements.amount.checkValidity() ? `${all.length} 人，一共 ${inYuan(times(each, all.length))}` : '';
  };
  const show = () => {
    const first = people.get(who.value);
    const others = first?.household ? [...people].filter(([, it]) => it.household === first.household && it.member !== first.member) : [];
    fill(mates, others.length > 0 && h('fieldset', {}, h('legend', {}, `同一户（户号 ${first.household}）还没交的，一起交的打勾`),
      others.map(([value, it]) => h('label', { class: 'choice' }, h('input', { type: 'checkbox', value, onchange: reckon }), `${it.name}（${it.tail}）`)),
      others.length > 1 && h('div', { class: 'actions' }, h('button', { type: 'button', class: 'second', onclick: () => { for (const box of mates.querySelectorAll('input')) box.checked = true; reckon(); } }, '全户一起交')),
      h('p', { role: 'status' }, sum)));
    reckon();
  };
  const form = h('form', {
    class: 'panel screen-only',
    oninput: event => { if (event.target.name === 'amount') reckon(); },
    onreset: () => fill(mates),
    onsubmit: event => {
      event.preventDefault();
      const { member, amount, ...rest } = values(form), all = household();
      working(button, place, async () => {
        const body = all.length === 1 ? [] : [h('ul', {}, all.map(it => h('li', {}, `${it.name}（${it.tail}）${inYuan(times(amount, 1))}`)))];
        const total = times(amount, all.length);
        if (!await confirmed({ title: all.length === 1 ? `会员出资：${member}` : `一户 ${all.length} 人一起交 ${year} 年的`, body: [...body, h('p', { class: 'capitals' }, `${inYuan(total)}，${capitals(total)}`)], yes: '记下' })) return;
        const { receipts } = await post(address, { year, ...rest, people: all.map(it => ({ member: it.member, amount })) });
        form.reset();
        await pays(receipts);
      });
    },
  }, h('h3', {}, '会员出资'), h('div', { class: 'row' }, made, fields), mates, place, h('div', { class: 'actions' }, button));
  who.addEventListener('input', show);
  return form;
};
