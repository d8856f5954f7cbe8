// A village is set up, and its staff get their keys.
import { get, part, post, put, remove } from '../assets/api.js';
import { field, h, select, table, values } from '../assets/dom.js';
import { confirmed, done, tell, working } from '../assets/live.js';
import { day, moment } from '../assets/words.js';

const roles = [['officer', '经办人'], ['checker', '复核人']];
const roleName = role => Object.fromEntries(roles)[role] ?? role;

export const newVillageView = () => {
  const place = h('div'), button = h('button', {}, '新建');
  return {
    title: '新建村',
    nodes: [
      h('p', {}, '建好以后，先发经办人和复核人的密钥，方案和章程由村里按议事程序定。'),
      h('form', {
        class: 'panel',
        onsubmit: event => {
          event.preventDefault();
          const form = event.target, { code, name, officer, phone } = values(form);
          working(button, place, async () => {
            const { villages } = await get('/api/county/board'), county = code.slice(0, 6);
            const exists = await get(`/api/villages/${part(code)}`).catch(failure => { if (failure.status === 404) return null; throw failure; });
            if (exists) throw new Error(`这个代码已经有村了：${exists.name}。`);
            const stranger = villages.length > 0 && !villages.some(it => it.village.startsWith(county));
            if (!await confirmed({ title: `新建${name}`, body: [`村代码 ${code}。建好以后，代码不能改，村也不能删。`, stranger && h('p', { class: 'warn' }, `前 6 位 ${county} 和别的村都不一样，不是同一个县（市、区）的。请对照国家统计局的区划代码再看一遍。`)].filter(Boolean), yes: '新建', danger: stranger })) return;
            const body = { name, officer: { name: officer, phone } };
            const made = await put(`/api/villages/${part(code)}`, body).catch(async failure => {
              // Nothing was written: whoever means it says so.
              if (failure.code !== 'place-without-rules') throw failure;
              const meant = await confirmed({ title: `${name}所在的县还没有政策`, body: [h('p', { class: 'warn' }, failure.message), '村代码对吗？村要现在就建吗？'], yes: '代码没有错，先建', danger: true });
              return meant ? put(`/api/villages/${part(code)}`, { ...body, withoutRules: true }) : null;
            });
            if (!made) return;
            form.reset();
            tell(place, made.rulesMissing ? 'warn' : 'good', `${made.name}建好了。`, made.rulesMissing && h('p', {}, made.rulesMissing), h('p', {}, h('a', { href: `#/staff/${code}` }, '发工作人员的密钥')));
          });
        },
      }, h('div', { class: 'row' },
        field('村代码', h('input', { name: 'code', required: true, inputmode: 'numeric', pattern: '[0-9]{12}', autocomplete: 'off' }), '国家统计局公布的 12 位区划代码'),
        field('村名', h('input', { name: 'name', required: true, maxlength: 60, autocomplete: 'off' }), '例如 某某镇某某村'),
        field('村里的联系人', h('input', { name: 'officer', required: true, maxlength: 20, autocomplete: 'off' })),
        field('联系电话', h('input', { name: 'phone', required: true, inputmode: 'tel', maxlength: 20, autocomplete: 'off' }))),
      place, h('div', { class: 'actions' }, button)),
    ],
  };
};

/** A key is shown once. */
const issued = (place, member) => tell(place, 'good', `${member.name}（${roleName(member.role)}）的个人密钥，只显示这一次，请当面交给本人：`,
  h('p', {}, h('code', {}, member.key)), `要在聊天里办事，请本人在自己的聊天里发：绑定 ${member.linkCode}。${moment(member.linkCodeExpires)} 以前有效，只能用一次。`);

/** Whom villagers are told to ask: in the chat, on the board, in the printed documents. */
const contactForm = about => {
  const place = h('div'), button = h('button', { class: 'second' }, '改联系人');
  return h('form', {
    class: 'panel',
    onsubmit: event => {
      event.preventDefault();
      const { villageName: name, officer, contact: phone } = values(event.target);
      working(button, place, async () => {
        const now = await put(`/api/villages/${part(about.village)}`, { name, officer: { name: officer, phone } });
        tell(place, 'good', `改好了：${now.name}，有事找${now.officer.name}，${now.officer.phone}。`);
      });
    },
  }, h('h3', {}, '村名和联系人'), h('p', { class: 'small' }, '聊天里、公示上、打印的文书上，都请村民找这个人。'), h('div', { class: 'row' },
    field('村名', h('input', { name: 'villageName', required: true, maxlength: 60, autocomplete: 'off', value: about.name })),
    field('村里的联系人', h('input', { name: 'officer', required: true, maxlength: 20, autocomplete: 'off', value: about.officer.name })),
    field('联系号码', h('input', { name: 'contact', required: true, inputmode: 'tel', maxlength: 20, autocomplete: 'off', value: about.officer.phone }))),
  place, h('div', { class: 'actions' }, button));
};

export const staffView = async village => {
  const address = `/api/villages/${part(village)}/staff`;
  const about = await get(`/api/villages/${part(village)}`);
  const place = h('div'), list = h('div'), add = h('button', {}, '登记并发密钥');
  const act = (label, kind, what) => { const button = h('button', { type: 'button', class: kind, onclick: () => working(button, place, what) }, label); return button; };
  // The key that was just issued stays on the page while the list is brought up to date.
  let staff = [];
  const leaving = it => [
    '他马上不能再登录。做过的事都留着记录，没办完的申请，别人接着办。',
    !staff.some(other => other.id !== it.id && !other.revoked && other.role === it.role) && h('p', { class: 'warn' }, `停用以后，村里就没有${roleName(it.role)}了。${it.role === 'checker' ? '没有复核人，补助审核不了。' : ''}请登记接手的人。`),
    about.officer.name === it.name && h('p', { class: 'warn' }, '聊天里、公示上，都请村民找他。停用以后，请在下面改联系人。'),
  ].filter(Boolean);
  const load = async () => list.replaceChildren(table('工作人员', [
    { head: '姓名', of: it => it.name },
    { head: '编号', of: it => it.id },
    { head: '身份', of: it => roleName(it.role) },
    { head: '电话', of: it => it.phone },
    { head: '发密钥', of: it => it.revoked ? `已停用（${day(it.revoked)}）` : day(it.issued) },
    { head: '能办', of: it => it.revoked ? '' : h('div', { class: 'actions' },
      act('改登记', 'second', () => edit(it)),
      act('换密钥', 'second', async () => {
        if (await confirmed({ title: `给${it.name}换密钥`, body: ['旧密钥马上不能用了。'], yes: '换密钥' })) { issued(place, await post(`${address}/${part(it.id)}/key`)); await reload(); }
      }),
      act('停用', 'danger', async () => {
        if (!await confirmed({ title: `停用${it.name}`, body: leaving(it), yes: '停用', danger: true })) return;
        await remove(`${address}/${part(it.id)}`);
        // Who is left is known only from the list anew: the next one is asked about in its light.
        await reload();
        done('停用了。');
      })) },
  ], staff = (await get(address)).staff, '还没有登记工作人员。'));
  const reload = () => load().catch(() => {});
  const title = h('h3', {}, '登记一位');
  const form = h('form', {
    class: 'panel',
    onreset: () => { title.textContent = '登记一位'; add.textContent = '登记并发密钥'; form.elements.id.readOnly = false; },
    onsubmit: event => {
      event.preventDefault();
      const { id, ...body } = values(form);
      working(add, place, async () => { const member = await put(`${address}/${part(id)}`, body); form.reset(); if (member.key) issued(place, member); else tell(place, 'good', `${member.name}（${roleName(member.role)}）的登记改好了，密钥照旧。`); await reload(); });
    },
  }, title, h('div', { class: 'row' },
    field('姓名', h('input', { name: 'name', required: true, maxlength: 20, autocomplete: 'off' })),
    field('编号', h('input', { name: 'id', required: true, pattern: '[a-z][a-z0-9\\-]{0,30}', title: '小写字母开头，后面小写字母和数字', autocomplete: 'off', autocapitalize: 'off' }), '小写字母和数字，例如 wu；同一个人只用一个'),
    field('电话', h('input', { name: 'phone', required: true, inputmode: 'tel', maxlength: 20, autocomplete: 'off' })),
    field('身份', select(roles, 'officer', { name: 'role' }))),
  h('div', { class: 'actions' }, add));
  /** Another name, telephone or role under the same id. */
  const edit = it => {
    form.reset();
    title.textContent = `改${it.name}的登记`;
    add.textContent = '改好';
    for (const name of ['id', 'name', 'phone', 'role']) form.elements[name].value = it[name];
    form.elements.id.readOnly = true;
    form.scrollIntoView();
    form.elements.name.focus();
  };
  await load();
  return {
    title: `${about.name}的工作人员`,
    nodes: [
      h('p', {}, '每笔补助要两个人办：经办人核对，复核人审核。同一个人不能又经手又审核。'),
      place, list,
      form,
      contactForm(about),
      h('p', {}, h('a', { href: '#/' }, '回到各村')),
    ],
  };
};
