// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.FunctionName;
import io.berth.contract.Paging;
import io.berth.contract.text.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TCR {@code DescribeNamespaces}: the namespaces of one registry.
 *
 * @param namespaceName a part of the names that are wanted; absent for all
 * @param page which page; the API's field Offset is the number of a page, not of a row
 * @param limit namespaces in a page, 1 to 100
 */
public record DescribeNamespaces(
    String region, String registryId, Optional<String> namespaceName, long page, long limit)
    implements ApiRequest {
  private static final List<String> KNOWN =
      List.of("Region", "RegistryId", "NamespaceName", "Limit", "Offset");

  /**
   * What the cloud answers.
   *
   * @param namespaces of this page
   * @param total of all pages
   */
  public record Page(List<Namespace> namespaces, long total) {
    public Page {
      namespaces = List.copyOf(namespaces);
    }

    /** Reads the fields of the cloud's answer, by whichever way they came. */
    public static Page from(Map<String, Object> answer) {
      JsonObject page = new JsonObject(answer);
      List<Namespace> namespaces = new ArrayList<>();
      for (JsonObject namespace : page.objects("NamespaceList")) {
        namespaces.add(Namespace.from(namespace));
      }
      return new Page(namespaces, page.number("TotalCount"));
    }

    /** The namespace of exactly that name, if it is on this page. */
    public Optional<Namespace> named(String namespaceName) {
      return namespaces.stream().filter(n -> n.namespaceName().equals(namespaceName)).findFirst();
    }
  }

  /**
   * One namespace as the cloud shows it; what it leaves out is empty.
   *
   * @param tags empty as well when the cloud shows none
   */
  public record Namespace(String namespaceName, boolean isPublic, List<Tag> tags) {
    public Namespace {
      tags = List.copyOf(tags);
    }

    private static Namespace from(JsonObject namespace) {
      return new Namespace(
          namespace.text("Name"), namespace.flag("Public"), TagSpecification.tagsOf(namespace));
    }

    /** The request that made it, by its tag. */
    public Optional<String> requestId() {
      return Tag.requestId(tags);
    }
  }

  /**
   * A page of 100 namespaces with that name in their names. Compare names, and go on only while a
   * page is full: documents and users disagree about what an offset counts.
   */
  public static DescribeNamespaces named(
      String region, String registryId, String namespaceName, long page) {
    return new DescribeNamespaces(region, registryId, Optional.of(namespaceName), page, 100);
  }

  /** Reads and checks the wire form; all violations at once. */
  public static Checked<DescribeNamespaces> from(Map<String, Object> json) {
    Fields in = Fields.of(json, KNOWN);
    String region = in.region("InvalidParameter");
    String registryId = RegistryId.check(in);
    Optional<String> name = in.text("NamespaceName").filter(text -> !text.isEmpty());
    long page = Paging.offset(in);
    long limit = Paging.limit(in);
    return in.checked(
        () -> new DescribeNamespaces(region, registryId, name, page, limit), List.of());
  }

  @Override
  public FunctionName function() {
    return FunctionName.TCR_DESCRIBE_NAMESPACES;
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", region);
    json.put("RegistryId", registryId);
    namespaceName.ifPresent(name -> json.put("NamespaceName", name));
    json.put("Limit", limit);
    json.put("Offset", page);
    return json;
  }
}
