// What somebody typed and has not sent yet is not lost: not by another view, not by a view drawn anew, not by signing in again.
// It lives in this page's memory alone. A form takes part that bears data-keep, a name of its own within its view.
import { h, labelOf } from './dom.js';

const kept = new Map();
const forms = root => [...root.querySelectorAll('form[data-keep]')];
const controls = form => [...form.elements].filter(it => it.name && ['INPUT', 'SELECT', 'TEXTAREA'].includes(it.tagName) && !['radio', 'file'].includes(it.type));
const before = it => it.type === 'checkbox' ? it.defaultChecked : it.tagName === 'SELECT' ? ([...it.options].find(option => option.defaultSelected) ?? it.options[0]).value : it.defaultValue;
const now = it => it.type === 'checkbox' ? it.checked : it.value;
const list = words => [...new Set(words)].join('、');

/** What was changed in a form and not sent: the words beside it; empty where nothing was. */
export const unsent = form => list(controls(form).filter(it => now(it) !== before(it)).map(labelOf));

/** A form's words have arrived: nothing of them is kept. */
export const sent = form => { form.dataset.sent = ''; };

/** Before a view goes: keeps what was typed in it. */
export const remember = (root, place) => {
  for (const form of forms(root)) {
    const typed = 'sent' in form.dataset ? [] : controls(form).filter(it => now(it) !== before(it)).map(it => [it.name, { was: before(it), now: now(it) }]);
    const name = `${place} ${form.dataset.keep}`;
    if (typed.length > 0) kept.set(name, new Map(typed)); else kept.delete(name);
  }
};

/** Puts back what was typed, and says so. What somebody else has changed meanwhile stays as it is now, and is named. */
export const recall = (root, place) => {
  for (const form of forms(root)) {
    const typed = kept.get(`${place} ${form.dataset.keep}`);
    if (!typed) continue;
    const back = [], lost = [];
    for (const it of controls(form).filter(it => typed.has(it.name))) {
      const { was, now } = typed.get(it.name);
      if (now === before(it)) continue;
      if (was !== before(it) || it.readOnly) { lost.push(typeof now === 'string' ? `${labelOf(it)}（您写的是“${now}”）` : labelOf(it)); continue; }
      if (it.type === 'checkbox') it.checked = now; else it.value = now;
      back.push(labelOf(it));
      it.closest('details')?.setAttribute('open', '');
    }
    const note = (kind, words) => {
      const said = h('p', { class: kind, role: 'status' }, words);
      form.prepend(said);
      form.addEventListener('reset', () => said.remove());
    };
    if (back.length > 0) note('note', `您写了还没有保存的，还在下面的格子里：${list(back)}。`);
    if (lost.length > 0) note('warn', `这几项别人已经改了，或者现在不能再改，您写的没有放回去：${list(lost)}。`);
    form.dispatchEvent(new Event('input'));
  }
};

// Another page, or this one anew, takes the memory with it: the browser asks first.
addEventListener('beforeunload', event => { if (forms(document).some(form => !('sent' in form.dataset) && unsent(form))) event.preventDefault(); });
