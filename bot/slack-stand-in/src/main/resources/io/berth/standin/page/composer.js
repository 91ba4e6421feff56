// SPDX-License-Identifier: Apache-2.0
// The field one types into: commands with suggestions, messages, history with arrow up.

import { $, h } from './dom.js';
import { send, store } from './store.js';

const COMMANDS = [
  ['/tcr create registry ', 'NAME --type standard', 'Ask for a container registry'],
  ['/tcr create code ', '--limit 10 --hours 4', 'Ask for a register code'],
  ['/tcr list', '', 'Your requests'],
  ['/tcr show ', 'ID', 'One request, in full'],
  ['/tcr help', '', 'All commands, with examples'],
];
const OPTIONS = {
  registry: [
    ['--type basic', 'Small'], ['--type standard', 'The usual one'], ['--type premium', 'Large'],
    ['--region ap-guangzhou', 'Where it runs'], ['--tag ', 'key=value, repeatable'],
    ['--charge postpaid', 'Pay as you go'], ['--charge prepaid', 'With --months and --renew'],
    ['--months 1', 'Prepaid period'], ['--renew auto', 'auto, manual or off'],
    ['--sync-tag', 'Tags follow to storage'], ['--multi-az', 'Several zones'],
    ['--protect', 'Against deletion'], ['--reason "', 'Why, for the approver'],
  ],
  code: [
    ['--description ', 'What it is for'], ['--prefix ', 'Instance name prefix'],
    ['--limit 10', 'How many machines'], ['--hours 4', 'How long it works'],
    ['--permanent', 'Never expires'], ['--ip 10.0.0.0/16', 'From where'],
    ['--region ap-guangzhou', 'Where'], ['--reason "', 'Why, for the approver'],
  ],
};

const history = JSON.parse(sessionStorage.getItem('berth.typed') || '[]');
let back = 0; // how far into the history
let thread = null; // the message that is answered
let choices = [];
let chosen = 0;
let place = '';
const drafts = new Map();
const text = $('text');

export function fill(line) {
  text.value = line;
  text.focus();
  text.setSelectionRange(line.length, line.length);
  typed();
}

export function replyTo(message) {
  thread = message;
  renderComposer();
  text.focus();
}

export function renderComposer() {
  const where = store.channel.direct ? 'Berth' : '#' + store.channel.name;
  const here = `${store.you.id} ${store.channel.id}`;
  if (here !== place) moved(here);
  text.placeholder = `Message ${where}, or type / for commands`;
  text.setAttribute('aria-label', `Message ${where}`);
  if (thread && thread.channel !== store.channel.id) thread = null;
  const strip = $('thread');
  strip.hidden = !thread;
  if (thread) {
    const stop = () => {
      thread = null;
      renderComposer();
      text.focus();
    };
    strip.replaceChildren('Replying in a thread ',
      h('button', { type: 'button', class: 'linklike', onclick: stop }, 'Cancel'));
  }
}

// What was begun stays where it was begun: nothing is sent in somebody else's name by accident.
function moved(here) {
  $('status').textContent = '';
  drafts.set(place, text.value);
  place = here;
  back = 0;
  text.value = drafts.get(here) || '';
  typed();
}

function typed() {
  text.rows = Math.min(8, text.value.split('\n').length);
  $('send').classList.toggle('ready', text.value.trim() !== '');
  choices = suggestions(text.value);
  chosen = 0;
  renderSuggestions();
}

function suggestions(line) {
  if (!line.startsWith('/') || line.includes('\n')) return [];
  const asked = /^\/tcr\s+create\s+(registry|code)\s/.exec(line);
  const last = /(?:^|\s)(--[\w-]*(?: \w*)?)$/.exec(line);
  if (asked && last) {
    const start = line.slice(0, line.length - last[1].length);
    return OPTIONS[asked[1]]
      .filter(([option]) => option.startsWith(last[1]) && option !== last[1])
      .filter(([option]) => !start.includes(` ${option.split(' ')[0]} `) || option === '--tag ')
      .map(([option, what]) => ({ line: start + option, show: option, rest: '', what }));
  }
  return COMMANDS
    .filter(([start]) => start.startsWith(line) && start !== line)
    .map(([start, rest, what]) => ({ line: start, show: start, rest, what }));
}

function renderSuggestions() {
  const list = $('suggestions');
  list.hidden = !choices.length;
  text.setAttribute('aria-expanded', String(choices.length > 0));
  list.replaceChildren(...choices.map((one, index) => h('li', {
    role: 'option', id: 'choice-' + index, 'aria-selected': String(index === chosen),
    onmousedown: (event) => {
      event.preventDefault();
      fill(one.line);
    },
  }, h('code', {}, one.show, one.rest && h('i', {}, one.rest)), h('span', {}, one.what))));
  if (choices.length) text.setAttribute('aria-activedescendant', 'choice-' + chosen);
  else text.removeAttribute('aria-activedescendant');
  const now = list.children[chosen];
  if (now) now.scrollIntoView({ block: 'nearest' });
}

function step(event) {
  if (choices.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    chosen = (chosen + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length;
    renderSuggestions();
  } else if (choices.length && event.key === 'Tab' && !event.shiftKey) {
    fill(choices[chosen].line);
  } else if (choices.length && event.key === 'Escape') {
    choices = [];
    renderSuggestions();
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    $('composer').requestSubmit();
  } else if (event.key === 'ArrowUp' && atStart() && back < history.length) {
    recall(back + 1);
  } else if (event.key === 'ArrowDown' && back > 0) {
    recall(back - 1);
  } else {
    return;
  }
  event.preventDefault();
}

const atStart = () => back > 0 || text.value === '' || text.selectionEnd === 0;

function recall(steps) {
  back = steps;
  text.value = back ? history[history.length - back] : '';
  choices = [];
  renderSuggestions();
  text.rows = Math.min(8, text.value.split('\n').length);
}

async function submit(event) {
  event.preventDefault();
  const line = text.value.trim();
  if (!line) return;
  if (history[history.length - 1] !== line) history.push(line);
  sessionStorage.setItem('berth.typed', JSON.stringify(history.slice(-50)));
  back = 0;
  text.value = '';
  typed();
  const sent = place;
  const answer = await (line.startsWith('/') ? command(line) : say(line));
  if (!answer.ok && text.value === '' && sent === place) fill(line);
}

function command(line) {
  const [word, ...rest] = line.split(' ');
  $('status').textContent = `Sending ${word} …`;
  return send('command', {
    channel: store.channel.id, command: word, text: rest.join(' '),
    ...(thread ? { thread_ts: thread.ts } : {}),
  }).then((answer) => {
    const { delivery } = answer;
    $('status').textContent = answer.ok && delivery
      ? `Berth acknowledged in ${delivery.millis} ms` : '';
    return answer;
  });
}

const say = (line) => send('message', {
  channel: store.channel.id, text: line, ...(thread ? { thread_ts: thread.ts } : {}),
});

export function startComposer() {
  text.addEventListener('input', typed);
  text.addEventListener('keydown', step);
  text.addEventListener('blur', () => {
    choices = [];
    renderSuggestions();
  });
  $('composer').addEventListener('submit', submit);
}
