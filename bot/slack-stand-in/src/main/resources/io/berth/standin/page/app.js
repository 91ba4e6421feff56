// SPDX-License-Identifier: Apache-2.0
// Starts the page and draws it again whenever something changed.

import { renderComposer, startComposer } from './composer.js';
import { $, toast } from './dom.js';
import { renderHint } from './hints.js';
import { renderHome, renderMessages } from './messages.js';
import { renderModal } from './modal.js';
import { renderSidebar, renderTop, startKeys } from './sidebar.js';
import { onChange, start, store } from './store.js';

onChange(() => {
  renderSidebar();
  renderTop();
  renderHint();
  if (store.tab === 'home') renderHome();
  else renderMessages();
  renderComposer();
  renderModal();
});

startComposer();
startKeys();
start()
  .then(() => $('text').focus())
  .catch(() => toast('The local Slack does not answer. Is it still running?'));
