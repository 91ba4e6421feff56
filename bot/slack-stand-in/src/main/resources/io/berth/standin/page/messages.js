// SPDX-License-Identifier: Apache-2.0
// The messages of the channel you are in, with their threads, and the Home tab.

import { blocks } from './blocks.js';
import { $, avatar, h, reconcile } from './dom.js';
import { textOf } from './mrkdwn.js';
import { person, send, store } from './store.js';
import { replyTo } from './composer.js';

const GROUP_SECONDS = 300;
let cache = new Map();
let place = '';

export function renderMessages() {
  const stream = $('stream');
  const here = `${store.you.id} ${store.channel.id}`;
  const moved = here !== place;
  const atEnd = stream.scrollHeight - stream.scrollTop - stream.clientHeight < 80;
  if (moved) cache = new Map();
  place = here;
  reconcile(stream, nodes());
  const mark = stream.querySelector('.newline');
  if (moved && mark) mark.scrollIntoView({ block: 'center' });
  else if (moved || atEnd) stream.scrollTop = stream.scrollHeight;
}

function nodes() {
  const all = store.data.messages.filter((one) => one.channel === store.channel.id);
  const tops = all.filter((one) => !isReply(one));
  if (!tops.length) return [kept('empty ' + store.channel.id, empty)];
  const list = [];
  let before = null;
  let marked = !store.newFrom;
  for (const message of tops) {
    const day = new Date(message.ts * 1000).toDateString();
    const newDay = !before || day !== new Date(before.ts * 1000).toDateString();
    if (newDay) list.push(kept('day ' + day, () => divider('day', dayName(message.ts))));
    if (!marked && message.ts > store.newFrom && message.user !== store.you.id) {
      marked = true;
      list.push(kept('new', () => divider('newline', 'New')));
    }
    const replies = all.filter((one) => isReply(one) && one.thread_ts === message.ts);
    const compact = !newDay && goesWith(before, message);
    const key = [message.ts, message.version, compact, ...replies.map((one) => one.version)];
    list.push(kept(key.join(' '), () => article(message, compact, replies)));
    before = replies.length ? null : message;
    if (!before) before = { ts: message.ts, user: '' };
  }
  return list;
}

const isReply = (one) => one.thread_ts && one.thread_ts !== one.ts;

const goesWith = (before, message) => before.user === message.user
  && before.ephemeral === message.ephemeral && message.ts - before.ts < GROUP_SECONDS
  && !(message.blocks || []).length;

function kept(key, make) {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key);
}

function article(message, compact, replies) {
  const author = person(message.user);
  const classes = ['message', compact && 'compact', message.ephemeral && 'ephemeral']
    .filter(Boolean).join(' ');
  return h('article', { class: classes, 'data-ts': message.ts },
    compact ? h('span', { class: 'gutter' }, clock(message.ts)) : avatar(author),
    h('div', { class: 'body' },
      message.ephemeral && only(message),
      !compact && h('div', { class: 'by' },
        h('strong', {}, author ? author.real_name : message.user),
        author && author.bot && h('span', { class: 'app' }, 'App'),
        clock(message.ts)),
      content(message),
      replies.length ? thread(replies) : null),
    !message.ephemeral && h('button', { type: 'button', class: 'reply',
      onclick: () => replyTo(message) }, 'Reply'));
}

function only(message) {
  return h('p', { class: 'only' }, 'Only visible to you · ',
    h('button', { type: 'button', class: 'linklike',
      onclick: () => send('forget', { ts: message.ts }) }, 'Dismiss'));
}

function thread(replies) {
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  return h('section', { class: 'thread', 'aria-label': count },
    h('p', { class: 'count' }, count),
    replies.map((one) => h('article',
      { class: 'message' + (one.ephemeral ? ' ephemeral' : ''), 'data-ts': one.ts },
      avatar(person(one.user), true),
      h('div', { class: 'body' },
        one.ephemeral && only(one),
        h('div', { class: 'by' }, h('strong', {}, person(one.user).real_name), clock(one.ts)),
        content(one)))));
}

function content(message) {
  const act = (tree, value) => send('action', {
    channel: message.channel, ts: message.ts, action_id: tree.action_id, value });
  const inside = (message.blocks || []).length
    ? h('div', { class: 'blocks' }, blocks(message.blocks, act))
    : h('div', { class: 'b-text' }, textOf({ type: 'mrkdwn', text: message.text }));
  if (message.edited && !(message.blocks || []).length) {
    inside.append(h('span', { class: 'edited' }, ' (edited)'));
  }
  return inside;
}

function clock(ts) {
  const moment = new Date(ts * 1000);
  const short = moment.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return h('time', { datetime: moment.toISOString(), title: moment.toLocaleString() }, short);
}

const divider = (kind, text) => h('p', { class: kind }, h('span', {}, text));

function dayName(ts) {
  const day = new Date(ts * 1000);
  const today = new Date().toDateString() === day.toDateString();
  return today ? 'Today'
    : day.toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
}

function empty() {
  const direct = store.channel.direct;
  return h('div', { class: 'empty' },
    h('img', { src: '/icon.svg', alt: '', width: 56, height: 56 }),
    h('h3', {}, direct ? 'Just you and Berth' : '#' + store.channel.name),
    h('p', {}, direct
      ? 'Answers that concern you alone arrive here.'
      : store.channel.name === 'approvals'
        ? 'Requests that need a yes appear here, each as one card.'
        : 'Type / below to see what you can ask for.'));
}

export function renderHome() {
  const home = $('home');
  const view = store.data.home;
  const act = (tree, value) =>
    send('action', { view_id: view.id, action_id: tree.action_id, value });
  home.replaceChildren(view
    ? h('div', { class: 'blocks' }, blocks(view.blocks, act))
    : h('div', { class: 'empty' }, h('p', {}, 'Berth has not published a Home tab for you.')));
}
