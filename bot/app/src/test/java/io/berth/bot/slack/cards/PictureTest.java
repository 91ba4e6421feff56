// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Spec;
import io.berth.bot.kind.Specs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What an approver reads is the canonical parameters, all of them, and can be read back. */
class PictureTest {
  private static final String[] WORDS = {
    "web",
    "a=b",
    "a, b=c",
    "\"",
    "\\",
    "true",
    "12",
    "x (y)",
    "the id of registry payments",
    "é",
    " lead",
    "=",
    ",",
    "k=\"v\""
  };

  /** Any parameters that the rules let in. */
  private static Map<String, Object> any(SplittableRandom random, String kind) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", "ap-guangzhou");
    switch (kind) {
      case "registry" -> {
        json.put("RegistryName", word(random, "payments", "12345", "a-b-c"));
        json.put("RegistryType", word(random, "basic", "premium"));
        json.put("TagSpecification", tags(random));
        json.put("RegistryChargeType", 1L);
        json.put("RegistryChargePrepaid", Map.of("Period", 3L, "RenewFlag", 1L));
        json.put("SyncTag", random.nextBoolean());
      }
      case "code" -> {
        json.put("Description", word(random, WORDS));
        json.put("InstanceNamePrefix", word(random, WORDS));
        json.put("RegisterLimit", 1L + random.nextInt(10_000));
        json.put("EffectiveTime", 1L + random.nextInt(100_000));
      }
      case "namespace" -> {
        json.put(
            "RegistryId",
            random.nextBoolean()
                ? "tcr-1a2b3c4d"
                : Map.of("reference", word(random, "registry payments", "part 1")));
        json.put("NamespaceName", word(random, "web", "12", "true"));
        json.put("IsPublic", random.nextBoolean());
      }
      default -> throw new AssertionError("say what a " + kind + " may look like");
    }
    return json;
  }

  private static Map<String, Object> tags(SplittableRandom random) {
    List<Map<String, Object>> tags = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      tags.add(Map.of("Key", i + word(random, WORDS), "Value", word(random, WORDS)));
    }
    return Map.of("Tags", tags);
  }

  private static String word(SplittableRandom random, String... words) {
    return words[random.nextInt(words.length)];
  }

  @Test
  void canBeReadBackForEveryKind() {
    SplittableRandom random = new SplittableRandom(2_111);
    for (int run = 0; run < 500; run++) {
      for (String kind : Kinds.words()) {
        Spec spec =
            Specs.check(Kinds.of(kind).orElseThrow(), any(random, kind), List.of(Kinds.USUAL))
                .fold(
                    valid -> valid.value(),
                    invalid -> {
                      throw new AssertionError(invalid.violations());
                    });
        List<String> texts = Picture.of(spec);
        assertThat(texts).allMatch(text -> text.length() <= Picture.MOST);
        assertThat(ReadBack.of(texts)).isEqualTo(spec.parameters().json());
      }
    }
  }

  @Test
  void neverShowsOneTagAsTwo() {
    Map<String, Object> one = Map.of("Key", "k", "Value", "a, b=c");
    Spec spec =
        Specs.check(
                Kinds.USUAL,
                Map.of(
                    "Region",
                    "ap-guangzhou",
                    "RegistryName",
                    "payments",
                    "RegistryType",
                    "basic",
                    "TagSpecification",
                    Map.of("Tags", List.of(one))))
            .fold(valid -> valid.value(), invalid -> null);
    assertThat(Picture.of(spec)).contains("TagSpecification\nk=\"a, b=c\"");
  }

  /** Reads a picture by nothing but the rules that it promises. */
  private static final class ReadBack {
    private final String text;
    private int at;

    private ReadBack(String text) {
      this.text = text;
    }

    static Map<String, Object> of(List<String> texts) {
      Map<String, Object> json = new LinkedHashMap<>();
      List<Object> tags = new ArrayList<>();
      for (String text : texts) {
        int end = text.indexOf('\n');
        if (end < 0) {
          continue;
        }
        String name = text.substring(0, end);
        ReadBack value = new ReadBack(text.substring(end + 1));
        if (name.equals("TagSpecification")) {
          tags.add(value.tag());
          json.put(name, Map.of("ResourceType", "instance", "Tags", tags));
        } else {
          json.put(name, value.value());
        }
      }
      return json;
    }

    private Object tag() {
      Object key = value();
      at++;
      return Map.of("Key", key, "Value", value());
    }

    private Object value() {
      if (text.startsWith("the id of ", at)) {
        return Map.of("reference", text.substring(at + "the id of ".length()));
      } else if (text.startsWith("Period ", at) || text.startsWith("RenewFlag ", at)) {
        return object();
      } else if (at < text.length() && text.charAt(at) == '"') {
        return quoted();
      }
      int start = at;
      while (at < text.length() && " =,".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String plain = text.substring(start, at);
      if (plain.matches("-?[0-9]+")) {
        return Long.parseLong(plain);
      }
      return plain.equals("true") || plain.equals("false") ? Boolean.valueOf(plain) : plain;
    }

    private Object object() {
      Map<String, Object> object = new LinkedHashMap<>();
      int end = text.indexOf(" (");
      for (String field : text.substring(at, end < 0 ? text.length() : end).split(", ")) {
        String[] words = field.split(" ");
        object.put(words[0], Long.parseLong(words[1]));
      }
      return object;
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; text.charAt(at) != '"'; at++) {
        at += text.charAt(at) == '\\' ? 1 : 0;
        value.append(text.charAt(at));
      }
      at++;
      return value.toString();
    }
  }
}
