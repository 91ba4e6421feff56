// SPDX-License-Identifier: Apache-2.0
// A safe subset of Slack's mrkdwn, as nodes: bold, italic, strike, code, code blocks, quotes,
// links, people, channels, dates and a few emoji.

import { h, toast } from './dom.js';
import { channelOf, person } from './store.js';

const EMOJI = {
  anchor: '⚓', alarm_clock: '⏰', arrow_right: '➡️', bell: '🔔', bulb: '💡', broom: '🧹',
  clipboard: '📋', cloud: '☁️', computer: '💻', eyes: '👀', gear: '⚙️', hammer_and_wrench: '🛠️',
  heavy_check_mark: '✔️', hourglass: '⌛', hourglass_flowing_sand: '⏳', information_source: 'ℹ️',
  key: '🔑', label: '🏷️', large_blue_circle: '🔵', large_green_circle: '🟢',
  large_yellow_circle: '🟡', lock: '🔒', mag: '🔍', memo: '📝', moneybag: '💰', no_entry: '⛔',
  no_entry_sign: '🚫', package: '📦', point_right: '👉', question: '❓', red_circle: '🔴',
  rocket: '🚀', shield: '🛡️', ship: '🚢', sos: '🆘', stopwatch: '⏱️', tada: '🎉',
  thumbsup: '👍', '+1': '👍', thumbsdown: '👎', '-1': '👎', ticket: '🎫', unlock: '🔓',
  warning: '⚠️', wave: '👋', white_check_mark: '✅', wrench: '🔧', x: '❌', zap: '⚡',
};

const unescaped = (text) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const emoji = (text) =>
  text.replace(/:([a-z0-9_+-]+):/g, (all, name) => EMOJI[name] || all);

export function link(url, text) {
  return /^(https?:|mailto:)/i.test(url)
    ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text || url)
    : document.createTextNode(text || url);
}

export function mention(id) {
  const found = person(id);
  return h('span', { class: 'mention' }, '@' + (found ? found.name : id));
}

export function channelName(id) {
  const found = channelOf(id);
  return h('span', { class: 'mention' }, '#' + (found ? found.name : id));
}

export function date(seconds, format, fallback) {
  const moment = new Date(seconds * 1000);
  if (!seconds || Number.isNaN(moment.getTime())) return document.createTextNode(fallback || '');
  const day = (options) => moment.toLocaleDateString(undefined, options);
  const long = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
  const medium = { year: 'numeric', month: 'long', day: 'numeric' };
  const short = { year: 'numeric', month: 'short', day: 'numeric' };
  const parts = {
    date_num: moment.toISOString().slice(0, 10),
    date: day(medium), date_pretty: pretty(moment, day(medium)),
    date_long: day(long), date_long_pretty: pretty(moment, day(long)),
    date_short: day(short), date_short_pretty: pretty(moment, day(short)),
    time: moment.toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' }),
    time_secs: moment.toLocaleTimeString(), ago: ago(moment),
  };
  const text = format.replace(/\{(\w+)\}/g, (all, name) => parts[name] || all);
  return h('time', { datetime: moment.toISOString(), title: moment.toString() }, text);
}

function pretty(moment, otherwise) {
  const days = Math.round((midnight(moment) - midnight(new Date())) / 86400000);
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days] || otherwise;
}

const midnight = (moment) =>
  new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();

function ago(moment) {
  const minutes = Math.round((moment - Date.now()) / 60000);
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  if (Math.abs(minutes) < 90) return format.format(minutes, 'minute');
  return Math.abs(minutes) < 2880
    ? format.format(Math.round(minutes / 60), 'hour')
    : format.format(Math.round(minutes / 1440), 'day');
}

export function codeBlock(text) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch (refused) {
      toast('The browser did not allow copying; select the text instead.');
    }
  };
  const button = h('button', { type: 'button', class: 'copy', onclick: copy }, 'Copy');
  return h('div', { class: 'codeblock' }, h('pre', {}, h('code', {}, text)), button);
}

// Short code, such as an id, stays on one line.
export const code = (text) => h('code', { class: text.length < 28 ? 'short' : '' }, text);

// Each rule: what it looks like, and the node for it. Inside bold and italic the rules apply again.
const RULES = [
  [/`([^`\n]+)`/, (m) => code(unescaped(m[1]))],
  [/<([^<>]+)>/, (m) => token(m[1])],
  [/(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])/, (m) => h('strong', {}, inline(m[1]))],
  [/(?<![\w_])_(?=\S)([^_\n]*[^_\s])_(?![\w_])/, (m) => h('em', {}, inline(m[1]))],
  [/(?<![\w~])~(?=\S)([^~\n]*[^~\s])~(?![\w~])/, (m) => h('s', {}, inline(m[1]))],
];

function token(inside) {
  const [target, label] = inside.split(/\|(.*)/s);
  if (target.startsWith('@')) return mention(target.slice(1));
  if (target.startsWith('#')) return channelName(target.slice(1));
  if (target.startsWith('!date^')) {
    const [, seconds, format] = target.split('^');
    return date(Number(seconds), format || '{date}', label);
  }
  if (target.startsWith('!')) {
    const name = label || target.slice(1).replace(/^subteam\^/, '');
    return h('span', { class: 'mention' }, name.startsWith('@') ? name : '@' + name);
  }
  return link(unescaped(target), unescaped(label || target));
}

function inline(text) {
  const nodes = [];
  let rest = text;
  while (rest) {
    const first = RULES
      .map(([pattern, make]) => ({ match: pattern.exec(rest), make }))
      .filter((one) => one.match)
      .sort((a, b) => a.match.index - b.match.index)[0];
    if (!first) break;
    nodes.push(emoji(unescaped(rest.slice(0, first.match.index))), first.make(first.match));
    rest = rest.slice(first.match.index + first.match[0].length);
  }
  nodes.push(emoji(unescaped(rest)));
  return nodes.filter((node) => node !== '');
}

function lines(text) {
  const nodes = [];
  for (const part of text.split(/((?:^|\n)(?:&gt;|>) ?[^\n]*(?:\n(?:&gt;|>) ?[^\n]*)*)/)) {
    if (/^\n?(&gt;|>)/.test(part)) {
      const quoted = part.replace(/^\n/, '').replace(/^(&gt;|>) ?/gm, '');
      nodes.push(h('blockquote', {}, inline(quoted)));
    } else if (part) {
      nodes.push(...inline(part.replace(/^\n/, nodes.length ? '' : '\n')));
    }
  }
  return nodes;
}

export function mrkdwn(text) {
  const nodes = [];
  for (const part of (text || '').split(/(```[\s\S]+?```)/)) {
    if (part.startsWith('```') && part.length > 6) {
      nodes.push(codeBlock(unescaped(part.slice(3, -3).replace(/^\n|\n$/g, ''))));
    } else {
      nodes.push(...lines(nodes.length ? part.replace(/^\n/, '') : part));
    }
  }
  return nodes;
}

// The text of a text object, by its type.
export function textOf(object) {
  if (!object) return [];
  return object.type === 'mrkdwn' ? mrkdwn(object.text) : [emoji(object.text || '')];
}
