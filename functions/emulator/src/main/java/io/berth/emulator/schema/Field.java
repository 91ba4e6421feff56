// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.schema;

/**
 * One parameter of an action, or one field of a structure in it.
 *
 * @param name as the documents spell it
 * @param required whether the documents say so
 * @param inner the fields of a structure; empty for the other types
 */
public record Field(String name, Type type, boolean required, Schema inner) {
  /** The types that the documents of TCR and TAT use. */
  public enum Type {
    TEXT,
    INTEGER,
    BOOLEAN,
    OBJECT,
    TEXTS,
    OBJECTS
  }

  /** An optional parameter that is no structure. */
  public static Field optional(String name, Type type) {
    return new Field(name, type, false, Schema.of());
  }

  /** A required parameter that is no structure. */
  public static Field required(String name, Type type) {
    return new Field(name, type, true, Schema.of());
  }
}
