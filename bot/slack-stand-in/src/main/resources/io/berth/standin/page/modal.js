// SPDX-License-Identifier: Apache-2.0
// Forms on top of the page, and the question before a button that asks one.

import { block, boxes, menu } from './blocks.js';
import { $, h } from './dom.js';
import { textOf } from './mrkdwn.js';
import { send, store } from './store.js';

let shown = ''; // view id and hash
let filled = {}; // by block id, then action id: what is typed so far

export function renderModal() {
  const dialog = $('modal');
  const views = store.data.views;
  const view = views[views.length - 1];
  if (!view) {
    if (dialog.open) dialog.close();
    shown = '';
    filled = {};
    return;
  }
  const now = `${store.you.id} ${view.id} ${view.hash} ${JSON.stringify(view.errors)}`;
  if (now === shown) return;
  if (!shown.includes(view.id)) filled = {};
  shown = now;
  dialog.replaceChildren(form(view));
  dialog.oncancel = (event) => {
    event.preventDefault();
    close(view);
  };
  if (!dialog.open) dialog.showModal();
  const first = dialog.querySelector('[aria-invalid]')
    || dialog.querySelector('.input .field, .input input') || dialog.querySelector('footer .btn');
  if (first) first.focus();
}

const close = (view) => send(`views/${view.id}/close`, { values: filled });

function form(view) {
  const act = (element) => (tree, value) =>
    send('action', { view_id: view.id, action_id: tree.action_id, value, values: filled });
  const body = view.blocks.map((one) =>
    one.type === 'input' ? input(one, view.errors[one.block_id]) : block(one, act(one)));
  const submit = async (event) => {
    event.preventDefault();
    const button = event.target.querySelector('.primary');
    if (button) button.classList.add('busy');
    await send(`views/${view.id}/submit`, { values: filled });
    if (button) button.classList.remove('busy');
  };
  return h('form', { class: 'sheet', novalidate: true, onsubmit: submit },
    h('header', {}, h('h2', {}, textOf(view.title)),
      h('button', { type: 'button', class: 'x', 'aria-label': 'Close', onclick: () => close(view) },
        '×')),
    h('div', { class: 'sheet-body' }, body),
    h('footer', {},
      h('button', { type: 'button', class: 'btn', onclick: () => close(view) },
        view.close ? textOf(view.close) : 'Close'),
      view.submit && h('button', { type: 'submit', class: 'btn primary' }, textOf(view.submit))));
}

function input(tree, error) {
  const id = 'in-' + tree.block_id;
  const remember = (element, value) => {
    filled[tree.block_id] = { [element.action_id]: value };
  };
  const known = (filled[tree.block_id] || {})[tree.element.action_id];
  const control = field(tree.element, remember, known);
  control.id = id;
  if (error) {
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', id + '-error');
  }
  return h('div', { class: 'input' + (error ? ' wrong' : '') },
    h('label', { for: id }, textOf(tree.label),
      tree.optional && h('span', { class: 'optional' }, ' (optional)')),
    control,
    error && h('p', { class: 'error', id: id + '-error', role: 'alert' }, error),
    tree.hint && h('p', { class: 'note' }, textOf(tree.hint)));
}

const TYPES = {
  number_input: 'text', email_text_input: 'email', url_text_input: 'url',
  datepicker: 'date', timepicker: 'time', plain_text_input: 'text', users_select: 'text',
};

function field(tree, remember, known) {
  if (tree.type === 'static_select') {
    const initial = known ? { value: known } : tree.initial_option;
    const select = menu({ ...tree, initial_option: initial }, () => {});
    select.addEventListener('change', () => remember(tree, select.value || null));
    return select;
  }
  if (tree.type === 'checkboxes' || tree.type === 'radio_buttons') {
    const again = [].concat(known || []).map((value) => ({ value }));
    const initial = known === undefined ? {}
      : tree.type === 'checkboxes' ? { initial_options: again } : { initial_option: again[0] };
    return boxes({ ...tree, ...initial }, remember);
  }
  const value = known ?? tree.initial_value ?? tree.initial_date ?? tree.initial_time ?? '';
  const common = { class: 'field', value,
    placeholder: tree.placeholder && tree.placeholder.text,
    oninput: (event) => remember(tree, event.target.value) };
  return tree.multiline
    ? h('textarea', { ...common, rows: 4 })
    : h('input', { ...common, type: TYPES[tree.type] || 'text',
      inputmode: tree.type === 'number_input' ? 'decimal' : undefined });
}

export function confirmed(question) {
  const dialog = $('confirm');
  return new Promise((answer) => {
    const end = (yes) => {
      dialog.close();
      answer(yes);
    };
    const style = question.style === 'danger' ? 'danger' : 'primary';
    const yes = h('button', { type: 'button', class: 'btn ' + style, onclick: () => end(true) },
      question.confirm ? textOf(question.confirm) : 'Yes');
    dialog.replaceChildren(h('div', { class: 'sheet' },
      h('header', {}, h('h2', {}, textOf(question.title))),
      h('div', { class: 'sheet-body' }, h('div', { class: 'b-text' }, textOf(question.text))),
      h('footer', {},
        h('button', { type: 'button', class: 'btn', onclick: () => end(false) },
          question.deny ? textOf(question.deny) : 'Cancel'),
        yes)));
    dialog.oncancel = () => answer(false);
    dialog.showModal();
    yes.focus();
  });
}
