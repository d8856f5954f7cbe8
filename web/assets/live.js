// What is said while the page stays: for eyes, and for ears.
import { inWords } from './api.js';
import { h, labelOf } from './dom.js';

/** Says something to a screen reader. */
export const say = words => {
  const live = document.getElementById('live');
  live.textContent = '';
  // A change of the same words is no change: let the emptiness be seen first.
  requestAnimationFrame(() => { live.textContent = words; });
};

/** Says what was done, for eyes too: it stands above the view until somebody goes to another. kind is good or warn. */
export const done = (words, kind = 'good') => {
  forget();
  document.getElementById('main').before(h('p', { class: `${kind} said`, id: 'done', role: 'status' }, words));
};

/** Says what was done above another view, which is gone to: what was done on the one before is taken away with it. */
export const goTo = (address, words) => {
  addEventListener('hashchange', () => done(words), { once: true });
  location.hash = address;
};

/** Takes away what was done. */
export const forget = () => document.getElementById('done')?.remove();

/** A box of words in the page that is also read out: kind is good, warn, bad or note. */
export const words = (kind, ...content) => h('div', { class: kind, role: kind === 'bad' ? 'alert' : 'status' }, content.map(it => typeof it === 'string' ? h('p', {}, it) : it));

/** Puts a box of words where one stood before. */
export const tell = (place, kind, ...content) => { place.replaceChildren(words(kind, ...content)); place.scrollIntoView({ block: 'nearest' }); };

/** What was wrong with one value is told by the words beside it, not by its name in the interface. */
const pointed = (failure, place) => {
  const { field, message } = failure;
  if (!field || !message.startsWith(`${field} `)) return inWords(failure);
  const inputs = place.closest('form')?.elements, input = inputs?.namedItem(field) ?? inputs?.namedItem(field.split('.').at(-1));
  return `${input instanceof Element ? `“${labelOf(input)}”` : ''}${message.slice(field.length + 1)}`;
};

/** Runs what a button starts: once at a time, what went wrong said beside it. */
export const working = async (button, place, action) => {
  if (button.getAttribute('aria-disabled') === 'true') return undefined;
  button.setAttribute('aria-disabled', 'true');
  button.classList.add('busy');
  place?.replaceChildren();
  try {
    return await action();
  } catch (failure) {
    if (!place) throw failure;
    tell(place, 'bad', pointed(failure, place));
    return undefined;
  } finally {
    button.removeAttribute('aria-disabled');
    button.classList.remove('busy');
  }
};

/** Asks once more in words before something that others rely on. Resolves to true, or to the text asked for; false where the person thought better of it. */
export const confirmed = ({ title, body = [], yes, danger = false, ask = null }) => new Promise(resolve => {
  const text = ask && h('textarea', { id: 'ask', rows: 3, required: ask.required, maxlength: ask.most ?? 200, value: ask.value, oninput: () => ask.typed?.(text.value) });
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' },
    h('form', { method: 'dialog' },
      h('h2', { id: 'dialog-title' }, title),
      body.map(it => typeof it === 'string' ? h('p', {}, it) : it),
      ask && h('div', { class: 'field' }, h('label', { for: 'ask' }, ask.label), text),
      h('div', { class: 'actions' },
        h('button', { class: danger && 'danger', value: 'yes' }, yes),
        h('button', { class: 'second', value: 'no', formnovalidate: true }, '先不办'))));
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus();
    resolve(dialog.returnValue === 'yes' && (ask ? text.value.trim() || true : true));
  });
  document.body.append(dialog);
  dialog.showModal();
});
