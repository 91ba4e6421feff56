// SPDX-License-Identifier: Apache-2.0
// Who you are, and where you can go.

import { $, avatar, h, redraw } from './dom.js';
import { become, go, hasNews, store, unread } from './store.js';

const humans = () => store.data.people.filter((one) => !one.bot);

export function renderSidebar() {
  redraw($('people'), humans().map(face));
  $('me').replaceChildren(h('strong', {}, store.you.real_name), h('span', {}, store.you.role));
  const shared = store.data.channels.filter((one) => !one.direct);
  const direct = store.data.channels.filter((one) => one.direct);
  redraw($('channels'), [
    h('h2', {}, 'Channels'), ...shared.map(entry),
    h('h2', {}, 'Direct messages'), ...direct.map(entry)]);
}

function face(person, index) {
  const you = person.id === store.you.id;
  return h('button', {
    type: 'button', role: 'radio', 'aria-checked': String(you), class: 'face',
    'aria-label': `${person.real_name}, ${person.role}`,
    title: `${person.real_name}, ${person.role} (Alt+${index + 1})`,
    onclick: () => become(person),
  }, avatar(person), !you && hasNews(person) && h('i', { class: 'news' }),
  h('span', { class: 'name' }, person.name));
}

function entry(channel) {
  const here = channel.id === store.channel.id;
  const count = here ? 0 : unread(channel);
  const bot = store.data.people.find((one) => one.bot);
  return h('button', {
    type: 'button', class: 'channel' + (count ? ' unread' : ''),
    'aria-current': here ? 'page' : undefined, onclick: () => go(channel),
  }, channel.direct ? avatar(bot, true) : h('span', { class: 'hash' }, '#'),
  h('span', { class: 'label' }, channel.direct ? 'Berth' : channel.name),
  count ? h('span', { class: 'count', 'aria-label': `${count} unread` }, String(count)) : null);
}

export function renderTop() {
  const { channel } = store;
  $('title').textContent = channel.direct ? 'Berth' : '# ' + channel.name;
  $('topic').textContent = channel.topic;
  const tabs = $('tabs');
  tabs.hidden = !channel.direct;
  redraw(tabs, ['messages', 'home'].map((name) => h('button', {
    type: 'button', role: 'tab', 'aria-selected': String(store.tab === name),
    onclick: () => go(channel, name),
  }, name === 'home' ? 'Home' : 'Messages')));
  $('stream').hidden = store.tab === 'home';
  $('composer').hidden = store.tab === 'home';
  $('home').hidden = store.tab !== 'home';
}

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || !store.data) return;
    const person = humans()[Number(event.code.replace('Digit', '')) - 1];
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (person) become(person);
    else if (step) {
      const list = store.data.channels;
      const now = list.findIndex((one) => one.id === store.channel.id);
      go(list[(now + step + list.length) % list.length]);
    } else return;
    event.preventDefault();
  });
}
