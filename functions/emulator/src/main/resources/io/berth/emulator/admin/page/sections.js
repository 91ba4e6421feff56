// SPDX-License-Identifier: Apache-2.0
// The tables: which list each shows, and how a row of it reads.

import { $, fields, h, text } from './dom.js';

const MOST = 200;
// Columns that take what width is left, and break anywhere: people write what is in them.
const FREE = ['Name', 'Description', 'Host', 'Action', 'Outcome', 'Other fields'];
const GOOD = ['Running', 'Active', 'Online', 'Opened', 'ok', 'enabled'];
const WAITING = ['Pending', 'Deploying', 'Creating', 'Updating', 'Opening', 'used up'];

const word = (value) => {
  const kind = GOOD.includes(value) ? 'good' : WAITING.includes(value) ? 'waiting' : 'bad';
  return h('span', { class: 'word ' + kind }, text(value));
};
const code = (value) => h('code', {}, text(value));
const time = (value) => h('time', { title: text(value) }, text(value).slice(0, 19).replace('T', ' '));

function enabled(one) {
  if (!one.Enabled) return word('not enabled');
  return word(one.RegisteredCount >= one.RegisterLimit ? 'used up' : 'enabled');
}

const SECTIONS = [
  {
    id: 'registries', title: 'Registries', empty: 'No registry yet.',
    columns: {
      Name: (one) => h('strong', {}, text(one.RegistryName)),
      Id: (one) => code(one.RegistryId),
      Type: (one) => text(one.RegistryType),
      Region: (one) => text(one.RegionName),
      Status: (one) => word(one.Status),
      'Created, UTC+8': (one) => time(one.CreatedAt),
    },
  },
  {
    id: 'registerCodes', title: 'Register codes', empty: 'No register code yet.',
    columns: {
      Id: (one) => code(one.RegisterCodeId),
      Description: (one) => text(one.Description),
      Region: (one) => text(one.Region),
      Used: (one) => `${text(one.RegisteredCount)} of ${text(one.RegisterLimit)}`,
      'Expires, UTC': (one) => time(one.ExpiredTime),
      State: enabled,
    },
  },
  {
    id: 'registeredInstances', title: 'Machines', empty: 'No machine has registered yet.',
    columns: {
      Name: (one) => h('strong', {}, text(one.InstanceName)),
      Id: (one) => code(one.InstanceId),
      Host: (one) => `${text(one.HostName)} ${text(one.LocalIp)}`,
      'By code': (one) => code(one.RegisterCodeId),
      Region: (one) => text(one.Region),
      Status: (one) => word(one.Status),
    },
  },
  {
    id: 'functions', title: 'Functions', empty: 'No function is deployed.',
    columns: {
      Name: (one) => h('strong', {}, text(one.FunctionName)),
      Id: (one) => code(one.FunctionId),
      Region: (one) => text(one.Region),
      Status: (one) => word(one.Status),
      'Changed, UTC+8': (one) => time(one.ModTime),
    },
  },
  {
    id: 'requests', title: 'Requests', empty: 'No request yet.',
    columns: {
      'Time, UTC': (one) => time(one.At),
      Action: (one) => h('strong', {}, text(one.Action) || '—'),
      Region: (one) => text(one.Region),
      Outcome: (one) => h('span', {}, word(one.Code), ' ', code(one.Created)),
      Fault: (one) => (one.Fault ? h('span', { class: 'word waiting' }, text(one.Fault)) : ''),
      ms: (one) => text(one.Millis),
    },
  },
  {
    id: 'faults', title: 'Fault rules', empty: 'No fault rule is set.',
    columns: {
      Effect: (one) => h('span', { class: 'word waiting' }, text(one.effect)),
      Action: (one) => h('strong', {}, text(one.action) || 'every action'),
      'Other fields': (one) => h('span', { class: 'fields' },
        ...fields(one, ['effect', 'action', 'seen', 'struck'])),
      Seen: (one) => text(one.seen),
      Struck: (one) => text(one.struck),
    },
  },
];

const shown = new Map(); // id: the JSON of what stands there

export function start() {
  for (const section of SECTIONS) {
    $('tiles').append(h('a', { href: '#' + section.id }, h('b', { id: section.id + '-total' }, '…'),
      h('span', {}, section.title)));
    $('sections').append(h('section', { id: section.id },
      h('h2', {}, section.title, ' ', h('small', { id: section.id + '-cut' })),
      h('div', { id: section.id + '-rows', class: 'rows' })));
  }
}

// No more rows than a browser draws with ease.
export function show(id, list, total = list.length) {
  const section = SECTIONS.find((one) => one.id === id);
  const rows = list.slice(0, MOST);
  const json = total + JSON.stringify(rows);
  if (shown.get(id) === json) return; // so that a selection in it survives
  shown.set(id, json);
  $(id + '-total').textContent = total;
  $(id + '-cut').textContent = total > rows.length ? `the newest ${rows.length} of ${total}` : '';
  $(id + '-rows').replaceChildren(rows.length ? table(section, rows) : h('p', { class: 'empty' }, section.empty));
}

function table(section, rows) {
  const names = Object.keys(section.columns);
  const head = h('tr', {}, ...names.map((name) => h('th', { scope: 'col' }, name)));
  const body = rows.map((one) => h('tr', {}, ...names.map((name) =>
    h('td', { 'data-label': name, class: FREE.includes(name) ? 'free' : 'tight' }, section.columns[name](one)))));
  return h('table', {}, h('thead', {}, head), h('tbody', {}, ...body));
}
