// SPDX-License-Identifier: Apache-2.0
/**
 * The sentences that people read, each once, with named arguments. Everybody else passes {@link
 * io.berth.bot.voice.Sentence}s around as data; they become text where somebody reads them. A
 * second language would be a second table.
 */
@NullMarked
package io.berth.bot.voice;

import org.jspecify.annotations.NullMarked;
