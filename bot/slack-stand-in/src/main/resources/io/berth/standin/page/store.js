// SPDX-License-Identifier: Apache-2.0
// What the page knows: the state as the server tells it, who you are, where you are, what you read.

import { $, toast } from './dom.js';

const listeners = [];
const DEFAULT = { user: 'alice', channel: 'requests' };

export const store = {
  you: null, // person
  channel: null, // channel
  tab: 'messages', // or 'home', in direct messages
  data: null, // the last answer of /local/state
  newFrom: '', // ts: what is newer was unread when you came here
};

export const onChange = (listener) => listeners.push(listener);
export const changed = () => listeners.forEach((listener) => listener());

export async function send(path, body) {
  try {
    const answer = await fetch('/local/' + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: store.you.name, ...body }),
    });
    const tree = await answer.json();
    if (tree.toast || (!tree.ok && tree.error !== 'incomplete')) {
      toast(tree.toast || tree.message || tree.error);
    }
    await refresh();
    return tree;
  } catch (lost) {
    toast('The local Slack does not answer. Is it still running?');
    return { ok: false, error: 'lost' };
  }
}

let asked = 0;

export async function refresh() {
  const mine = ++asked;
  const answer = await fetch('/local/state?user=' + encodeURIComponent(store.you.name));
  const data = await answer.json();
  if (mine !== asked) return; // a newer question is under way
  store.data = data;
  store.you = data.people.find((one) => one.id === data.you);
  store.channel = data.channels.find((one) => one.id === (store.channel || {}).id)
    || named(data, location.hash.split('/')[1]);
  markRead();
  changed();
}

const named = (data, name) =>
  data.channels.find((one) => (one.direct ? 'berth' : one.name) === name) || data.channels[0];

export async function start() {
  const [user] = location.hash.slice(1).split('/');
  store.you = { name: user || localStorage.getItem('berth.you') || DEFAULT.user };
  const answer = await fetch('/local/people');
  const { people } = await answer.json();
  store.you = people.find((one) => one.name === store.you.name && !one.bot)
    || people.find((one) => one.name === DEFAULT.user);
  await refresh();
  arrive();
  follow();
}

async function follow() {
  for (;;) {
    try {
      const answer = await fetch('/local/changes?since=' + store.data.version);
      const { version } = await answer.json();
      document.body.classList.remove('offline');
      if (version > store.data.version) await refresh();
    } catch (lost) {
      document.body.classList.add('offline');
      await new Promise((later) => setTimeout(later, 1500));
    }
  }
}

export async function become(person) {
  if (person.id === store.you.id) return;
  const stay = store.channel && !store.channel.direct ? store.channel.id : null;
  const direct = store.channel && store.channel.direct;
  store.you = person;
  store.channel = stay ? store.channel : { id: direct ? 'D0' + person.name.toUpperCase() : '' };
  localStorage.setItem('berth.you', person.name);
  store.newFrom = readUpTo(person, store.channel.id);
  $('toasts').replaceChildren();
  await refresh();
  arrive();
}

export function go(channel, tab) {
  store.newFrom = readUpTo(store.you, channel.id);
  store.channel = channel;
  store.tab = channel.direct ? tab || 'messages' : 'messages';
  markRead();
  arrive();
  if (store.tab === 'home') send('home', {});
}

function arrive() {
  const where = store.channel.direct ? 'berth' : store.channel.name;
  history.replaceState(null, '', `#${store.you.name}/${where}`);
  document.title = `${store.channel.direct ? 'Berth' : '#' + where} · ${store.you.name}`;
  changed();
}

const key = (person, channel) => `berth.read.${person.id}.${channel}`;
const readUpTo = (person, channel) => localStorage.getItem(key(person, channel)) || '';

function markRead() {
  const here = store.data.messages.filter((one) => one.channel === store.channel.id);
  const newest = here.reduce((most, one) => (one.ts > most ? one.ts : most), '');
  if (newest && !document.hidden) localStorage.setItem(key(store.you, store.channel.id), newest);
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden && store.data) {
    markRead();
    changed();
  }
});

export function unread(channel) {
  const upTo = readUpTo(store.you, channel.id);
  return store.data.messages.filter(
    (one) => one.channel === channel.id && one.user !== store.you.id && one.ts > upTo).length;
}

export const hasNews = (person) =>
  Object.entries(person.concerned).some(([channel, ts]) => ts > readUpTo(person, channel));

export const person = (id) => store.data.people.find((one) => one.id === id);
export const channelOf = (id) => store.data.channels.find((one) => one.id === id);
