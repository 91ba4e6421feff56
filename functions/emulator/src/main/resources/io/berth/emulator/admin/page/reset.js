// SPDX-License-Identifier: Apache-2.0
// The button that puts everything back to the start, after one question.

import { $ } from './dom.js';

export function startReset(done) {
  const ask = $('ask');
  $('reset').addEventListener('click', () => {
    $('ask-failed').textContent = '';
    ask.showModal();
  });
  $('ask-no').addEventListener('click', () => ask.close());
  $('ask-yes').addEventListener('click', async () => {
    try {
      const answer = await fetch('reset', { method: 'POST' });
      if (!answer.ok) throw new Error('status ' + answer.status);
      ask.close();
      done();
    } catch (lost) {
      $('ask-failed').textContent = `Nothing was reset: the emulator did not do it (${lost.message}).`;
    }
  });
}
