// SPDX-License-Identifier: Apache-2.0
/**
 * The bot's sockets: a Jetty server with a short list of routes and hard limits, the admin port,
 * and the metrics. Handlers behind the routes see a whole {@link io.berth.bot.http.HttpRequest} and
 * answer a {@link io.berth.bot.http.HttpResponse}, and know nothing of Jetty.
 */
@NullMarked
package io.berth.bot.http;

import org.jspecify.annotations.NullMarked;
