// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

/**
 * One parameter of an action, or one field of a structure in it.
 *
 * @param name as the documents spell it
 * @param required whether the documents say so
 * @param inner the fields of a structure; empty for the other kinds
 */
public record Field(String name, Kind kind, boolean required, Shape inner) {
  /** The types that the documents of TCR and TAT use. */
  public enum Kind {
    TEXT,
    INTEGER,
    BOOLEAN,
    OBJECT,
    TEXTS,
    OBJECTS
  }

  /** An optional parameter that is no structure. */
  public static Field optional(String name, Kind kind) {
    return new Field(name, kind, false, Shape.of());
  }

  /** A required parameter that is no structure. */
  public static Field required(String name, Kind kind) {
    return new Field(name, kind, true, Shape.of());
  }
}
