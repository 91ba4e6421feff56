// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Finds things of a kind whose names are unique. */
public interface NameLookup {
  /** The name to look for. */
  String name(Parameters parameters);

  /** The call that reads one page of what may have that name. */
  ApiRequest page(Parameters parameters, Page.Cursor cursor);

  /** What the call answered. */
  Page<NamedResource> read(Map<String, Object> answer);

  /**
   * The parameters with which a thing of that name is looked for, whatever else is not known of it.
   */
  Parameters named(String region, String name);

  /**
   * Something that is there.
   *
   * @param id by which other things refer to it
   * @param region where it is; empty when the cloud does not say
   * @param status its state in the cloud; empty for what has none
   * @param tags empty as well when the cloud shows none
   * @param createdAt empty when the cloud does not say
   * @param content what can be seen of the parameters that it was made with, by their fields
   */
  record NamedResource(
      String id,
      String name,
      String region,
      String status,
      Map<String, String> tags,
      Optional<Instant> createdAt,
      Map<String, Object> content) {
    public NamedResource {
      tags = Map.copyOf(tags);
      content = Map.copyOf(content);
    }

    /** The first field that is not what was asked for; the tag alone does not make it that. */
    public Optional<String> differenceFrom(Parameters wanted) {
      return content.entrySet().stream()
          .filter(seen -> !wanted.at(seen.getKey()).filter(seen.getValue()::equals).isPresent())
          .map(seen -> seen.getKey() + "=" + seen.getValue())
          .findFirst();
    }
  }
}
