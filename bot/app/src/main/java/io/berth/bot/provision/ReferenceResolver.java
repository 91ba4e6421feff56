// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.NameLookup;
import io.berth.bot.kind.Parameters;
import io.berth.bot.kind.Reference;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the ids of the things that a part refers to by their names. */
final class ReferenceResolver {
  private final NameSearch search;

  ReferenceResolver(NameSearch search) {
    this.search = search;
  }

  /**
   * What the references by name came to.
   *
   * @param ids by field, as far as they are there and can be used
   * @param never why one of them will not be found however long one waits
   * @param notYet why one of them is not usable yet, or could not be asked for
   */
  record Resolved(Map<String, String> ids, Optional<Sentence> never, Optional<String> notYet) {
    private static Resolved of(String field, String id) {
      return new Resolved(Map.of(field, id), Optional.empty(), Optional.empty());
    }

    private static Resolved never(Sentence why) {
      return new Resolved(Map.of(), Optional.of(why), Optional.empty());
    }

    private static Resolved notYet(String why) {
      return new Resolved(Map.of(), Optional.empty(), Optional.of(why));
    }

    private Resolved and(Resolved other) {
      Map<String, String> all = new LinkedHashMap<>(ids);
      all.putAll(other.ids);
      return new Resolved(all, never.or(() -> other.never), notYet.or(() -> other.notYet));
    }
  }

  /**
   * Looks all of them up; once the part was attempted, they are what they were then.
   *
   * @param believed whether an empty list is: it may lag behind, so that one look is no proof
   */
  Resolved resolve(Part part, boolean believed) throws InterruptedException {
    Resolved all = new Resolved(Map.of(), Optional.empty(), Optional.empty());
    for (Map.Entry<String, Reference> entry : part.spec().parameters().references().entrySet()) {
      String field = entry.getKey();
      Optional<Reference.Named> named =
          entry.getValue().fold(ofPart -> Optional.empty(), Optional::of);
      Optional<String> before = part.call().flatMap(call -> call.text(field));
      if (before.isPresent()) {
        all = all.and(Resolved.of(field, before.get()));
      } else if (named.isPresent()) {
        all = all.and(resolve(part, field, named.get(), believed));
      }
    }
    return all;
  }

  private Resolved resolve(Part part, String field, Reference.Named reference, boolean believed)
      throws InterruptedException {
    Kind kind = Kinds.of(reference.kind()).orElseThrow();
    NameLookup lookup = kind.names().orElseThrow();
    String region = part.spec().parameters().region();
    Parameters wanted = lookup.named(region, reference.name());
    String title = kind.title(wanted).text();
    return search
        .find(part.id().requestId(), lookup, wanted)
        .fold(
            new Lookup.Cases<>() {
              @Override
              public Resolved found(NameLookup.NamedResource thing) {
                return usable(kind, field, region, title, thing);
              }

              @Override
              public Resolved none() {
                Sentence notThere = ExecutionPhrase.NOT_THERE.with("thing", title);
                return believed ? Resolved.never(notThere) : Resolved.notYet(notThere.text());
              }

              @Override
              public Resolved failed(String why) {
                return Resolved.notYet(why);
              }
            });
  }

  private static Resolved usable(
      Kind kind, String field, String region, String title, NameLookup.NamedResource thing) {
    if (!thing.region().isEmpty() && !thing.region().equals(region)) {
      return Resolved.never(
          ExecutionPhrase.ELSEWHERE.with("thing", title, "region", thing.region()));
    }
    boolean ready = kind.progress().map(p -> p.isReady(thing.status())).orElse(true);
    boolean last = kind.progress().map(p -> p.isLast(thing.status())).orElse(true);
    if (ready) {
      return Resolved.of(field, thing.id());
    }
    return last
        ? Resolved.never(
            ExecutionPhrase.NEVER_USABLE.with("thing", title, "status", thing.status()))
        : Resolved.notYet(
            ExecutionPhrase.NOT_YET_USABLE.text("thing", title, "status", thing.status()));
  }
}
