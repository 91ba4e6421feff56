// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.FunctionName;
import io.berth.contract.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * All registries of exactly or nearly that name, whatever their region: a filter may match a
   * part, so compare names.
   */
  public static DescribeInstances named(String region, String registryName, long offset) {
    Filter byName = new Filter("RegistryName", List.of(registryName));
    return new DescribeInstances(region, List.of(), List.of(byName), true, offset, 100);
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
            : filter.<String>missing("Name", "give RegistryName or Tags").orElse("");
    if (!filter.has("Values")) {
      filter.missing("Values", "give a list of texts");
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
