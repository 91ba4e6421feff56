// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Form;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Option;
import io.berth.bot.kind.Shape;
import io.berth.bot.voice.CommandPhrase;
import io.berth.contract.Note;
import io.berth.contract.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says the contract's sentences with the options that people type for the API's fields. */
final class Translation {
  private static final String MISSING = "MissingParameter";

  private final Map<String, String> labels = new TreeMap<>();
  private final Map<String, String> missing = new TreeMap<>();

  Translation(Form form) {
    for (Option option : form.options()) {
      if (!option.path().isEmpty()) {
        labels.putIfAbsent(option.path(), option.label());
      }
      if (option.shape() instanceof Shape.Existing existing) {
        addExisting(option, existing.kind());
      }
    }
  }

  /** The API takes only an id there; people may give the name, which its own kind judges. */
  private void addExisting(Option option, String kind) {
    missing.put(
        option.path(), CommandPhrase.EXISTING_NEEDED.text("option", option.label(), "kind", kind));
    Kinds.of(kind)
        .flatMap(known -> known.form().option("name"))
        .ifPresent(name -> labels.putIfAbsent(name.path(), option.label()));
  }

  /** The sentence with the documented error code, when that says more than the sentence. */
  String sentence(Violation violation) {
    if (violation.code().equals(MISSING) && missing.containsKey(violation.field())) {
      return missing.get(violation.field());
    }
    String sentence = violation.sentence(this::label);
    boolean telling = violation.code().indexOf('.') > 0;
    String end = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return telling ? end + " (" + violation.code() + ")." : sentence;
  }

  List<String> notes(List<Note> notes) {
    return notes.stream().map(note -> note.sentence(this::label)).toList();
  }

  /** The option that fills the field, or the one that fills what the field is in. */
  String label(String path) {
    String label = labels.get(path);
    int dot = path.lastIndexOf('.');
    if (label != null || dot < 0) {
      return label == null ? path : label;
    }
    return label(path.substring(0, dot)) + path.substring(dot);
  }
}
