// SPDX-License-Identifier: Apache-2.0
// Block Kit as elements. `act(element, value)` is called when somebody uses one.

import { confirmed } from './modal.js';
import { h } from './dom.js';
import { channelName, code, codeBlock, date, emoji, link, mention, mrkdwn, textOf } from './mrkdwn.js';

const KINDS = {
  header: (block) => h('h3', { class: 'b-header' }, textOf(block.text)),
  divider: () => h('hr', {}),
  section,
  context: (block) => h('div', { class: 'b-context' }, block.elements.map(contextElement)),
  actions: (block, act) =>
    h('div', { class: 'b-actions' }, block.elements.map((one) => element(one, act))),
  image: (block) => picture(block),
  markdown: (block) => h('div', { class: 'b-text' }, mrkdwn(block.text.replaceAll('**', '*'))),
  rich_text: (block) => h('div', { class: 'b-rich' }, block.elements.map(richBlock)),
};

export function block(tree, act) {
  const kind = KINDS[tree.type];
  return kind ? kind(tree, act) : h('p', { class: 'b-unknown' }, `[${tree.type}]`);
}

export const blocks = (list, act) => (list || []).map((one) => block(one, act));

function section(tree, act) {
  const text = tree.text && h('div', { class: 'b-text' }, textOf(tree.text));
  const fields = tree.fields && h('div', { class: 'b-fields' },
    tree.fields.map((field) => h('div', { class: 'b-field' }, textOf(field))));
  const accessory = tree.accessory
    && h('div', { class: 'b-accessory' }, element(tree.accessory, act));
  return h('div', { class: 'b-section' }, h('div', { class: 'b-body' }, text, fields), accessory);
}

const contextElement = (tree) =>
  tree.type === 'image' ? picture(tree) : h('span', {}, textOf(tree));

// Pictures from outside are not loaded; their text stands for them.
const picture = (tree) => h('span', { class: 'b-image' }, link(tree.image_url, tree.alt_text));

export function element(tree, act) {
  if (tree.type === 'image') return picture(tree);
  if (tree.type === 'button') return button(tree, act);
  if (tree.type === 'overflow' || tree.type === 'static_select') return menu(tree, act);
  if (tree.type === 'checkboxes' || tree.type === 'radio_buttons') return boxes(tree, act);
  if (tree.type === 'datepicker') {
    return h('input', { type: 'date', class: 'field', value: tree.initial_date || '',
      onchange: (event) => act(tree, event.target.value) });
  }
  return h('span', { class: 'b-unknown' }, `[${tree.type}]`);
}

function button(tree, act) {
  const style = tree.style === 'primary' || tree.style === 'danger' ? ' ' + tree.style : '';
  const node = h('button', { type: 'button', class: 'btn' + style,
    'aria-label': tree.accessibility_label }, textOf(tree.text));
  node.addEventListener('click', async () => {
    if (tree.confirm && !(await confirmed(tree.confirm))) return;
    if (tree.url) window.open(tree.url, '_blank', 'noopener');
    node.disabled = true;
    node.classList.add('busy');
    await act(tree, tree.value);
    node.disabled = false;
    node.classList.remove('busy');
  });
  return node;
}

export const optionsOf = (tree) =>
  (tree.option_groups || [{ options: tree.options || [] }]).flatMap((group) => group.options);

export function menu(tree, act) {
  const chosen = (tree.initial_option || {}).value;
  const none = h('option', { value: '' }, tree.placeholder ? tree.placeholder.text : '…');
  return h('select', { class: 'field', 'aria-label': none.textContent,
    onchange: (event) => event.target.value && act(tree, event.target.value) },
  none, optionsOf(tree).map((one) =>
    h('option', { value: one.value, selected: one.value === chosen }, emoji(one.text.text))));
}

export function boxes(tree, act) {
  const type = tree.type === 'checkboxes' ? 'checkbox' : 'radio';
  const chosen = (tree.initial_options || [tree.initial_option || {}]).map((one) => one.value);
  const group = h('div', { class: 'boxes', role: 'group' });
  const report = () => {
    const values = [...group.querySelectorAll('input:checked')].map((one) => one.value);
    act(tree, type === 'radio' ? values[0] : values);
  };
  group.append(...tree.options.map((one) => h('label', { class: 'check' },
    h('input', { type, name: tree.action_id, value: one.value,
      checked: chosen.includes(one.value), onchange: report }),
    h('span', {}, textOf(one.text),
      one.description && h('small', {}, textOf(one.description))))));
  return group;
}

function richBlock(tree) {
  const inside = () => tree.elements.map(richPiece);
  if (tree.type === 'rich_text_list') {
    const items = tree.elements.map((item) => h('li', {}, item.elements.map(richPiece)));
    return h(tree.style === 'ordered' ? 'ol' : 'ul', { class: 'indent' + (tree.indent || 0) },
      items);
  }
  if (tree.type === 'rich_text_preformatted') {
    return codeBlock(tree.elements.map((one) => one.text || one.url || '').join(''));
  }
  return h(tree.type === 'rich_text_quote' ? 'blockquote' : 'div', {}, inside());
}

function richPiece(tree) {
  const kinds = {
    link: () => link(tree.url, tree.text),
    user: () => mention(tree.user_id),
    channel: () => channelName(tree.channel_id),
    usergroup: () => h('span', { class: 'mention' }, '@' + tree.usergroup_id),
    broadcast: () => h('span', { class: 'mention' }, '@' + tree.range),
    emoji: () => emoji(`:${tree.name}:`),
    date: () => date(tree.timestamp, tree.format || '{date}', tree.fallback),
  };
  let node = kinds[tree.type] ? kinds[tree.type]() : tree.text || '';
  if ((tree.style || {}).code) node = typeof node === 'string' ? code(node) : h('code', {}, node);
  const styles = { bold: 'strong', italic: 'em', strike: 's' };
  for (const [name, tag] of Object.entries(styles)) {
    if ((tree.style || {})[name]) node = h(tag, {}, node);
  }
  return node;
}
