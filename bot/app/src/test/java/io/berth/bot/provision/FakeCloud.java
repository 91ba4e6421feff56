// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.Spec;
import io.berth.contract.RequestMark;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.tcr.CreateNamespace;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.DescribeNamespaces;
import io.berth.contract.tcr.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registries and register codes, with the cloud's own rules: names are unique, values shown once.
 */
final class FakeCloud {
  /** The value every code has, up to its last digits: what must be found nowhere. */
  static final String CANARY = "c0ffee5ecc0ffee5ecc0ffee5ecc0ffee5ecc0ffee5ecc0ffee5ecc0ff";

  final List<Registry> registries = new ArrayList<>();
  final List<Code> codes = new ArrayList<>();
  final List<Namespace> namespaces = new ArrayList<>();
  private final Clock clock;
  private boolean showsTags = true;
  private boolean showsRegistries = true;
  private Duration lag = Duration.ZERO;

  FakeCloud(Clock clock) {
    this.clock = clock;
  }

  static final class Registry {
    final String id;
    final String name;
    final Optional<String> requestTag;
    final String createdAt;
    String status = "Pending";
    String type = "basic";

    Registry(String id, String name, Optional<String> requestTag, String createdAt) {
      this.id = id;
      this.name = name;
      this.requestTag = requestTag;
      this.createdAt = createdAt;
    }
  }

  record Code(String id, String value, String description, boolean[] enabled, long[] registered) {
    boolean isEnabled() {
      return enabled[0];
    }
  }

  /** One namespace of a registry. */
  record Namespace(String registryId, String name, boolean isPublic, Optional<String> requestTag) {}

  /** Whether a registry of that id is there and can be used. */
  synchronized boolean isRunning(String registryId) {
    return registries.stream().anyMatch(r -> r.id.equals(registryId) && r.status.equals("Running"));
  }

  synchronized boolean create(CreateNamespace create, String requestId) {
    return add(
        new Namespace(
            create.registryId(),
            create.namespaceName(),
            create.isPublic(),
            Optional.of(requestId)));
  }

  synchronized boolean add(Namespace namespace) {
    boolean taken =
        namespaces.stream()
            .anyMatch(
                n ->
                    n.registryId().equals(namespace.registryId())
                        && n.name().equals(namespace.name()));
    return !taken && namespaces.add(namespace);
  }

  synchronized boolean isOf(CreateNamespace wanted, String requestId) {
    return namespaces.contains(
        new Namespace(
            wanted.registryId(),
            wanted.namespaceName(),
            wanted.isPublic(),
            Optional.of(requestId)));
  }

  synchronized Map<String, Object> namespaces(DescribeNamespaces wanted) {
    List<Namespace> found =
        namespaces.stream()
            .filter(n -> showsRegistries && n.registryId().equals(wanted.registryId()))
            .filter(n -> n.name().contains(wanted.namespaceName().orElse("")))
            .toList();
    long rows = wanted.page() * wanted.limit();
    return page("NamespaceList", found, rows, wanted.limit(), this::json);
  }

  /** Everything that exists, and can be used, because of this request. */
  synchronized List<String> madeBy(String requestId) {
    List<String> made = new ArrayList<>(registriesOf(requestId));
    made.addAll(enabledCodes(requestId));
    namespaces.stream()
        .filter(n -> n.requestTag().equals(Optional.of(requestId)))
        .map(Namespace::name)
        .forEach(made::add);
    return made;
  }

  /** What an earlier call made. */
  boolean registry(Spec spec, String requestId) {
    CreateInstance create =
        CreateInstance.from(spec.parameters().json()).fold(ok -> ok.value(), bad -> null);
    return create(create, requestId);
  }

  /** What an earlier call made. */
  Code code(Spec spec, RequestMark mark) {
    CreateRegisterCode create =
        CreateRegisterCode.from(spec.parameters().json()).fold(ok -> ok.value(), bad -> null);
    return create(create, mark);
  }

  synchronized boolean create(CreateInstance create, String requestId) {
    boolean taken = registries.stream().anyMatch(r -> r.name.equals(create.registryName()));
    if (!taken) {
      add(create.registryName(), Optional.of(requestId));
      registries.get(registries.size() - 1).type =
          String.valueOf(create.toJson().get("RegistryType"));
    }
    return !taken;
  }

  synchronized void add(String name, Optional<String> requestTag) {
    String id = String.format("tcr-%08d", registries.size() + 1);
    registries.add(new Registry(id, name, requestTag, clock.instant().toString()));
  }

  synchronized Code create(CreateRegisterCode create, RequestMark mark) {
    int number = codes.size() + 1;
    Code code =
        new Code(
            String.format("00000000-0000-0000-0000-%012d", number),
            CANARY + String.format("%08d", number),
            create.markedWith(mark).description().orElseThrow(),
            new boolean[] {true},
            new long[] {0});
    codes.add(code);
    return code;
  }

  /** The registry of that name when it carries the request's tag, else null. */
  synchronized String idOf(String name, String requestId) {
    return registries.stream()
        .filter(r -> r.name.equals(name) && r.requestTag.equals(Optional.of(requestId)))
        .map(r -> r.id)
        .findFirst()
        .orElse(null);
  }

  synchronized void disable(List<String> ids) {
    codes.stream().filter(c -> ids.contains(c.id())).forEach(c -> c.enabled()[0] = false);
  }

  synchronized void hideTags() {
    showsTags = false;
  }

  /** Whether the list shows what exists, or lags behind. */
  synchronized void showRegistries(boolean shows) {
    showsRegistries = shows;
  }

  /** The list does not show registries younger than that. */
  synchronized void lag(Duration behind) {
    lag = behind;
  }

  private boolean isShown(Registry registry) {
    Instant shownFrom = Instant.parse(registry.createdAt).plus(lag);
    return showsRegistries && !clock.instant().isBefore(shownFrom);
  }

  synchronized void status(String status) {
    registries.forEach(r -> r.status = status);
  }

  synchronized List<String> enabledCodes(String requestId) {
    return codes.stream()
        .filter(Code::isEnabled)
        .filter(
            c ->
                RequestMark.atEndOf(c.description())
                    .map(RequestMark::requestId)
                    .equals(Optional.of(requestId)))
        .map(Code::id)
        .toList();
  }

  synchronized List<String> registriesOf(String requestId) {
    return registries.stream()
        .filter(r -> r.requestTag.equals(Optional.of(requestId)))
        .map(r -> r.id)
        .toList();
  }

  synchronized Map<String, Object> registries(DescribeInstances wanted) {
    List<Registry> found =
        registries.stream()
            .filter(this::isShown)
            .filter(r -> wanted.registryIds().isEmpty() || wanted.registryIds().contains(r.id))
            .filter(
                r ->
                    wanted.filters().stream()
                        .allMatch(f -> f.values().stream().anyMatch(v -> r.name.contains(v))))
            .toList();
    return page("Registries", found, wanted.offset(), wanted.limit(), this::json);
  }

  synchronized Map<String, Object> codes(Map<String, Object> json) {
    return page(
        "RegisterCodeSet",
        codes,
        (Long) json.get("Offset"),
        (Long) json.get("Limit"),
        FakeCloud::json);
  }

  private static <T> Map<String, Object> page(
      String name,
      List<T> all,
      long offset,
      long limit,
      java.util.function.Function<T, Map<String, Object>> json) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("TotalCount", (long) all.size());
    fields.put(name, all.stream().skip(offset).limit(limit).map(json).toList());
    return fields;
  }

  private Map<String, Object> json(Registry registry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("RegistryId", registry.id);
    json.put("RegistryName", registry.name);
    json.put("RegistryType", registry.type);
    json.put("Status", registry.status);
    json.put("CreatedAt", registry.createdAt);
    json.put("RegionName", "ap-guangzhou");
    json.put("TagSpecification", tags(registry.requestTag));
    return json;
  }

  private Map<String, Object> json(Namespace namespace) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Name", namespace.name());
    json.put("Public", namespace.isPublic());
    json.put("TagSpecification", tags(namespace.requestTag()));
    return json;
  }

  private Map<String, Object> tags(Optional<String> requestTag) {
    return requestTag
        .filter(tag -> showsTags)
        .<Map<String, Object>>map(
            tag -> Map.of("Tags", List.of(Map.of("Key", Tag.REQUEST_KEY, "Value", tag))))
        .orElse(null);
  }

  private static Map<String, Object> json(Code code) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("RegisterCodeId", code.id());
    json.put("Description", code.description());
    json.put("Enabled", code.isEnabled());
    json.put("RegisteredCount", code.registered()[0]);
    return json;
  }
}
