// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import java.util.List;

/** A refusal by its name in Slack's Web API, such as {@code channel_not_found}. */
public final class SlackError extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> details;

  public SlackError(String name) {
    this(name, List.of());
  }

  /** With the sentences Slack puts into {@code response_metadata.messages}. */
  public SlackError(String name, List<String> details) {
    super(name, null, false, false);
    this.details = List.copyOf(details);
  }

  /** The sentences, possibly none. */
  public List<String> details() {
    return details;
  }
}
