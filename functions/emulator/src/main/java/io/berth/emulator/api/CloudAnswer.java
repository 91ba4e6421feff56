// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import io.berth.emulator.faults.AnswerDelivery;

/**
 * What goes back.
 *
 * @param body the whole envelope
 * @param delivery how it goes out
 * @param status of {@link AnswerDelivery#GATEWAY_PAGE}; otherwise 200
 */
record CloudAnswer(byte[] body, AnswerDelivery delivery, int status) {}
