// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Form;
import io.berth.bot.kind.Option;
import io.berth.contract.Note;
import io.berth.contract.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says the contract's sentences with the options that people type for the API's fields. */
final class Translation {
  private final Map<String, String> labels = new TreeMap<>();

  Translation(Form form) {
    for (Option option : form.options()) {
      if (!option.path().isEmpty()) {
        labels.putIfAbsent(option.path(), option.label());
      }
    }
  }

  /** The sentence with the documented error code, when that says more than the sentence. */
  String sentence(Violation violation) {
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
