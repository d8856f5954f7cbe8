// Elements without a framework. Text is always text: nothing here reads HTML.

/** Makes an element; children may be nodes, texts, lists of them, or nothing. on… takes a listener, true an attribute without value. */
export const h = (tag, props = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' && tag === 'textarea') element.defaultValue = value;
    else if (name === 'value' && tag !== 'input') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...shown(children));
  return element;
};

/** Puts other children in place of what an element holds; they may be what h takes. */
export const fill = (element, ...children) => element.replaceChildren(...shown(children));

const shown = children => children.flat(3).filter(child => child !== null && child !== undefined && child !== false);

/** A table that becomes small sheets on a small screen. columns: { head, number, of }; of(row) gives text or nodes. The first column names the row. */
export const table = (caption, columns, rows, none = '还没有。') => rows.length === 0 ? h('p', { class: 'note' }, none) : h('table', { class: 'rows', role: 'table' },
  h('caption', {}, caption),
  h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map(column => h('th', { scope: 'col', role: 'columnheader', class: column.number && 'number' }, column.head)))),
  h('tbody', { role: 'rowgroup' }, rows.map(row => h('tr', { role: 'row' }, columns.map((column, at) => at === 0
    ? h('th', { scope: 'row', role: 'rowheader' }, column.of(row))
    : cell(column, column.of(row)))))));

// Words that take several lines stand below their heading on a small screen.
const long = 16;
const cell = (column, said) => h('td', { role: 'cell', class: column.number ? 'number' : typeof said === 'string' && said.length > long && 'long', 'data-head': column.head }, said);

/** A labelled input; input is an element. */
export const field = (label, input, hint) => {
  input.id ||= `f${++fields}`;
  if (hint) input.setAttribute('aria-describedby', `${input.id}-hint`);
  return h('div', { class: 'field' },
    h('label', { for: input.id }, label),
    hint && h('span', { class: 'hint', id: `${input.id}-hint` }, hint),
    input);
};
let fields = 0;

/** The words beside an input; a box beside a value goes by the value's words. */
export const labelOf = input => (input.closest('.field')?.querySelector('label') ?? input.labels[0]).textContent.trim();

/** An input for an amount in yuan. People write 20,000 or ２００元: that is an amount. */
export const amountInput = (props = {}) => h('input', {
  name: 'amount', required: true, inputmode: 'decimal', pattern: '[0-9]+(\\.[0-9]{1,2})?', title: '只写数字，例如 120 或者 120.50', autocomplete: 'off', ...props,
  onchange: event => { event.target.value = event.target.value.normalize('NFKC').replace(/[,\s¥]|元$/g, ''); },
});

/** Choices of a list: [[value, words], …]. */
export const select = (choices, chosen, props = {}) => {
  const list = h('select', props, choices.map(([value, words]) => h('option', { value, selected: value === chosen }, words)));
  if (chosen !== undefined) list.value = chosen;
  return list;
};

/** What a form holds, blanks left out. */
export const values = form => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]).filter(([, value]) => value !== ''));
