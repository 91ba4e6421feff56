// SPDX-License-Identifier: Apache-2.0
// Makes elements. Text only ever becomes text nodes: nothing that somebody sent is markup.

export const $ = (id) => document.getElementById(id);

export function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Whatever a JSON value is, as text.
export function text(value) {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

// `name value` for each field: what the emulator tells of more than this page knows.
export function fields(object, known) {
  return Object.entries(object)
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) =>
      h('span', { class: 'field' }, h('i', {}, name), ' ', h('b', {}, text(value))));
}
