// SPDX-License-Identifier: Apache-2.0
// A strip for the first visit: from a typed command to a registry, one step at a time.

import { fill } from './composer.js';
import { $, h } from './dom.js';
import { become, go, store } from './store.js';

const FIRST = '/tcr create registry payments --type standard';
const SECOND = '/tcr create code --description webserver --limit 10 --hours 4';
const DONE = 'berth.hints.done';

export function renderHint() {
  const strip = $('hint');
  strip.hidden = Boolean(localStorage.getItem(DONE)) || store.tab === 'home';
  if (strip.hidden) return;
  const { number, words } = step();
  const end = () => {
    localStorage.setItem(DONE, 'yes');
    renderHint();
  };
  const key = JSON.stringify([number, store.you.id, store.channel.id]);
  if (strip.dataset.key === key) return;
  strip.dataset.key = key;
  strip.replaceChildren(
    h('ol', { class: 'dots', 'aria-hidden': 'true' },
      [1, 2, 3].map((one) => h('li', { class: one < number ? 'done' : one === number ? 'now' : '' }))),
    h('p', {}, words),
    h('button', { type: 'button', class: 'x', 'aria-label': 'No more hints', onclick: end }, '×'));
}

const named = (name) => store.data.people.find((one) => one.name === name);
const called = (name) => store.data.channels.find((one) => one.name === name);
const doing = (text, act) => h('button', { type: 'button', class: 'try', onclick: act }, text);
const typing = (line) => h('button', { type: 'button', class: 'try code', onclick: () => fill(line) },
  line);

function step() {
  const cards = store.data.messages.filter((one) => one.channel_name === '#approvals' && one.bot_id);
  const waiting = cards.some((one) => (one.blocks || []).some((block) => block.type === 'actions'));
  const created = store.data.messages
    .map((one) => /tcr-[a-z0-9]{8}/.exec(JSON.stringify([one.text, one.blocks]))).find(Boolean);
  if (waiting) return { number: 2, words: vote() };
  if (created && store.you.name === 'alice') {
    return { number: 4, words: [h('code', {}, created[0]), ' is there. Next, a register code: ', typing(SECOND)] };
  }
  if (cards.length) return { number: 3, words: result() };
  return { number: 1, words: ask() };
}

function ask() {
  if (store.you.name !== 'alice') {
    return ['A developer asks first. ', doing('Become Alice', () => become(named('alice')))];
  }
  if (store.channel.direct || store.channel.name !== 'requests') {
    return ['Start where requests are made. ',
      doing('Open #requests', () => go(called('requests')))];
  }
  return ['Start here. Click, then press Enter: ', typing(FIRST)];
}

function vote() {
  if (store.you.name !== 'bob' && store.you.name !== 'carol') {
    return ['Asked. Somebody else must say yes: ',
      doing('Become Bob', () => become(named('bob')))];
  }
  if (store.channel.name !== 'approvals' || store.channel.direct) {
    return ['A card waits for you. ',
      doing('Open #approvals', () => go(called('approvals')))];
  }
  return ['Read the card, then press ', h('strong', {}, 'Approve'), '.'];
}

function result() {
  if (store.you.name !== 'alice') {
    return ['Decided. See what Alice sees: ', doing('Back to Alice', () => become(named('alice')))];
  }
  return ['Decided. The result arrives here and in your messages with Berth.'];
}
