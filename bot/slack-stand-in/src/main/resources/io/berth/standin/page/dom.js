// SPDX-License-Identifier: Apache-2.0
// Makes elements. Text only ever becomes text nodes: nothing that somebody typed is markup.

export function h(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'disabled') node[name] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child || child === 0));
  return node;
}

export const $ = (id) => document.getElementById(id);

// Brings the children of a parent in line with a list, touching only what differs, so that focus
// and half-made selections survive an update.
export function reconcile(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    const now = parent.childNodes[index];
    if (now !== node) parent.insertBefore(node, now || null);
  });
}

// Replaces all children; focus stays at the same position.
export function redraw(parent, nodes) {
  const index = [...parent.children].indexOf(document.activeElement);
  parent.replaceChildren(...nodes);
  if (index >= 0 && parent.children[index]) parent.children[index].focus();
}

export function toast(text) {
  const node = h('div', { class: 'toast' }, h('i', { 'aria-hidden': 'true' }, '!'),
    h('span', {}, text));
  const gone = () => node.remove();
  node.append(h('button', { type: 'button', 'aria-label': 'Dismiss', onclick: gone }, '×'));
  $('toasts').append(node);
  setTimeout(gone, 9000);
}

export function avatar(person, small) {
  const kind = 'avatar' + (small ? ' small' : '');
  if (!person) return h('span', { class: kind + ' av-none', 'aria-hidden': 'true' }, '?');
  if (person.bot) return h('img', { class: kind, src: '/icon.svg', alt: '' });
  return h('span', { class: `${kind} av-${person.name}`, 'aria-hidden': 'true' },
    person.name[0].toUpperCase());
}
