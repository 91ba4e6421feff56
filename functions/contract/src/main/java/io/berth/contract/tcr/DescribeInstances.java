// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.FunctionName;
import io.berth.contract.Paging;
import io.berth.contract.RequestRule;
import io.berth.contract.text.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TCR {@code DescribeInstances}: registries by id, name or tag.
 *
 * @param registryIds empty for all; the API spells the field {@code Registryids}
 * @param allRegion whether to look in all regions
 * @param offset where the page begins, from 0
 * @param limit 1 to 100
 */
public record DescribeInstances(
    String region,
    List<String> registryIds,
    List<Filter> filters,
    boolean allRegion,
    long offset,
    long limit)
    implements ApiRequest {
  private static final List<String> KNOWN =
      List.of("Region", "Registryids", "Offset", "Limit", "Filters", "AllRegion");

  public DescribeInstances {
    registryIds = List.copyOf(registryIds);
    filters = List.copyOf(filters);
  }

  /** A condition; several values are alternatives, several filters must all hold. */
  public record Filter(String name, List<String> values) {
    public Filter {
      values = List.copyOf(values);
    }

    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("Name", name);
      json.put("Values", values);
      return json;
    }
  }

  /**
   * What the cloud answers.
   *
   * @param registries of this page
   * @param total of all pages
   */
  public record Page(List<Registry> registries, long total) {
    public Page {
      registries = List.copyOf(registries);
    }

    /** Reads the fields of the cloud's answer, by whichever way they came. */
    public static Page from(Map<String, Object> answer) {
      JsonObject page = new JsonObject(answer);
      List<Registry> registries = new ArrayList<>();
      for (JsonObject registry : page.objects("Registries")) {
        registries.add(Registry.from(registry));
      }
      return new Page(registries, page.number("TotalCount"));
    }

    /** The registry of exactly that name, if it is on this page. */
    public Optional<Registry> named(String registryName) {
      return registries.stream().filter(r -> r.registryName().equals(registryName)).findFirst();
    }

    /** The registry of that id, if it is on this page. */
    public Optional<Registry> withId(String registryId) {
      return registries.stream().filter(r -> r.registryId().equals(registryId)).findFirst();
    }
  }

  /**
   * One registry as the cloud shows it; what it leaves out is empty.
   *
   * @param region where it is, e.g. {@code ap-guangzhou}
   * @param registryType the edition, such as {@code standard}
   * @param status such as {@code Pending}, {@code Deploying}, {@code Running}
   * @param tags empty as well when the cloud shows none
   * @param createdAt as written by the cloud
   */
  public record Registry(
      String registryId,
      String registryName,
      String region,
      String registryType,
      String status,
      List<Tag> tags,
      String createdAt) {
    public Registry {
      tags = List.copyOf(tags);
    }

    private static Registry from(JsonObject registry) {
      return new Registry(
          registry.text("RegistryId"),
          registry.text("RegistryName"),
          registry.text("RegionName"),
          registry.text("RegistryType"),
          registry.text("Status"),
          TagSpecification.tagsOf(registry),
          registry.text("CreatedAt"));
    }

    /** The request that made it, by its tag. */
    public Optional<String> requestId() {
      return Tag.requestId(tags);
    }

    /** Whether things can be put into it. */
    public boolean isRunning() {
      return status.equals("Running");
    }

    /** Whether it never ran yet (Data Types, Registry, Status). */
    public boolean isBeingMade() {
      return status.equals("Pending") || status.equals("Deploying");
    }

    /** When it was made, if the cloud says so in a form that is known. */
    public Optional<Instant> created() {
      try {
        return Optional.of(OffsetDateTime.parse(createdAt).toInstant());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * All registries of exactly or nearly that name, whatever their region: a filter may match a
   * part, so compare names.
   */
  public static DescribeInstances named(String region, String registryName, long offset) {
    Filter byName = new Filter("RegistryName", List.of(registryName));
    return new DescribeInstances(region, List.of(), List.of(byName), true, offset, 100);
  }

  /** The registry of that id in the region. */
  public static DescribeInstances withId(String region, String registryId) {
    return new DescribeInstances(region, List.of(registryId), List.of(), false, 0, 20);
  }

  /** Reads and checks the wire form; all violations at once. */
  public static Checked<DescribeInstances> from(Map<String, Object> json) {
    Fields in = Fields.of(json, KNOWN);
    String region = in.region("UnsupportedRegion");
    List<String> ids = in.texts("Registryids");
    List<Filter> filters =
        in.objects("Filters", List.of("Name", "Values")).stream()
            .map(DescribeInstances::filter)
            .toList();
    boolean allRegion = in.flag("AllRegion").orElse(false);
    long offset = Paging.offset(in);
    long limit = Paging.limit(in);
    return in.checked(
        () -> new DescribeInstances(region, ids, filters, allRegion, offset, limit), List.of());
  }

  private static Filter filter(Fields filter) {
    String name =
        filter.has("Name")
            ? filter.text("Name").orElse("")
            : filter.<String>missing("Name", RequestRule.FILTER_NAME_NEEDED).orElse("");
    if (!filter.has("Values")) {
      filter.missing("Values", RequestRule.FILTER_VALUES_NEEDED);
    }
    return new Filter(name, filter.texts("Values"));
  }

  @Override
  public FunctionName function() {
    return FunctionName.TCR_DESCRIBE_INSTANCES;
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", region);
    if (!registryIds.isEmpty()) {
      json.put("Registryids", registryIds);
    }
    json.put("Offset", offset);
    json.put("Limit", limit);
    if (!filters.isEmpty()) {
      json.put("Filters", filters.stream().map(Filter::toJson).toList());
    }
    if (allRegion) {
      json.put("AllRegion", true);
    }
    return json;
  }
}
