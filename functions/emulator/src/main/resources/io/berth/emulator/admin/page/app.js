// SPDX-License-Identifier: Apache-2.0
// Asks the emulator again and again and shows what it says.

import { $, fields, text } from './dom.js';
import { startReset } from './reset.js';
import { show, start } from './sections.js';

const REQUESTS = 50;
const PAUSE = 2000;
const LONGEST = 10000;

async function read(name) {
  const answer = await fetch(name, { signal: AbortSignal.timeout(LONGEST) });
  if (!answer.ok) throw new Error(`${name} answers with status ${answer.status}`);
  return answer.json();
}

// What the clock tells when nobody has touched it; what differs is shown.
const USUAL = { aheadSeconds: 0, rate: 1, skewSeconds: 0 };

function showClock(clock) {
  $('now').textContent = text(clock.now).slice(0, 19).replace('T', ' ');
  const moved = Object.entries(clock).filter(([name, value]) => value !== USUAL[name]);
  $('clock-fields').replaceChildren(...fields(Object.fromEntries(moved), ['now']));
}

const newestFirst = (list) => list.slice().reverse();

async function refresh() {
  const [state, journal, rules, clock] = await Promise.all(
    ['state', 'requests?last=' + REQUESTS, 'faults', 'clock'].map(read));
  showClock(clock);
  for (const id of ['registries', 'registerCodes', 'registeredInstances', 'functions']) {
    show(id, newestFirst(state[id] || []));
  }
  const requests = newestFirst(journal.requests);
  show('requests', requests, requests.length ? requests[0].Number : 0);
  show('faults', rules.faults);
}

let last = '';

function showLost(error) {
  const since = last ? ` What you see is from ${last}.` : '';
  $('lost').textContent = error
    ? `The emulator does not answer (${error.message}). Trying again.${since}` : '';
  $('lost').hidden = !error;
  document.body.classList.toggle('stale', Boolean(error));
}

let timer = 0;
let running = false;

// One round at a time; a large state, which takes long to fetch, is fetched less often.
async function round() {
  if (running) return;
  running = true;
  clearTimeout(timer);
  const begun = performance.now();
  try {
    await refresh();
    last = new Date().toLocaleTimeString();
    showLost(null);
  } catch (error) {
    showLost(error);
  }
  running = false;
  if (!document.hidden) timer = setTimeout(round, Math.max(PAUSE, 10 * (performance.now() - begun)));
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) round();
});

start();
startReset(round);
round();
