// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A stack trace as lines of text for the log: the frames of this package and below it are cut away,
 * because they are the same in every trace. Safe for causes that form a circle.
 */
public final class StackLines {
  private static final int MAX_FRAMES = 40;
  private static final String OURS = StackLines.class.getPackageName() + ".";

  private StackLines() {}

  /** The lines: what was thrown, its frames, then each cause likewise. */
  public static List<String> of(Throwable failure) {
    List<String> lines = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      lines.add((lines.isEmpty() ? "" : "caused by ") + t);
      addFrames(lines, t.getStackTrace());
    }
    return lines;
  }

  private static void addFrames(List<String> lines, StackTraceElement[] frames) {
    for (int i = 0; i < frames.length; i++) {
      if (frames[i].getClassName().startsWith(OURS) && i > 0) {
        return;
      }
      if (i == MAX_FRAMES) {
        lines.add("at … " + (frames.length - MAX_FRAMES) + " more");
        return;
      }
      lines.add("at " + frames[i]);
    }
  }
}
