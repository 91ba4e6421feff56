// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.bot.voice.KindPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.tcr.CreateNamespace;
import io.berth.contract.tcr.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A place for a team's repositories in a registry that is there: TCR CreateNamespace. */
final class NamespaceKind implements Kind {
  private static final String REGISTRY = "RegistryId";
  private static final String PUBLIC = "IsPublic";
  private static final Form FORM =
      new Form(
          true,
          List.of(
              Option.word(
                  "name", "NAME", "NamespaceName", "2 to 30 of a-z, 0-9 and single '.', '_', '-'"),
              new Option(
                  "registry",
                  "NAME-or-ID",
                  REGISTRY,
                  new Shape.Existing("registry"),
                  false,
                  "the registry that it is made in"),
              Option.flag("public", PUBLIC, true, "its images can be pulled without logging in"),
              Option.REGION,
              Option.TEAM,
              Option.REASON),
          List.of());

  @Override
  public String word() {
    return "namespace";
  }

  @Override
  public String noun() {
    return "namespace";
  }

  @Override
  public String plural() {
    return "namespaces";
  }

  @Override
  public String usage() {
    return "namespace NAME --registry NAME-or-ID";
  }

  @Override
  public String example() {
    return "namespace web --registry payments";
  }

  @Override
  public FunctionName function() {
    return FunctionName.TCR_CREATE_NAMESPACE;
  }

  @Override
  public Form form() {
    return FORM;
  }

  /** It is private unless somebody says otherwise, although the API wants to be told. */
  @Override
  public Checked<? extends ApiRequest> check(Map<String, Object> json) {
    Map<String, Object> whole = new LinkedHashMap<>(json);
    whole.putIfAbsent(PUBLIC, false);
    return CreateNamespace.from(whole);
  }

  /** Not its registry: that is a name or an id, and a rule about one would miss the other. */
  @Override
  public List<Fact> facts() {
    return List.of(Fact.word("public", List.of("true", "false")));
  }

  @Override
  public Facts facts(Parameters parameters) {
    return new Facts(Map.of("public", Boolean.toString(parameters.flag(PUBLIC))), Map.of());
  }

  @Override
  public Sentence summary(Parameters parameters) {
    return KindPhrase.NAMESPACE_SUMMARY.with(
        "visibility", visibility(parameters), "region", parameters.region());
  }

  @Override
  public Sentence title(Parameters parameters) {
    KindPhrase phrase =
        parameters.flag(PUBLIC) ? KindPhrase.NAMESPACE_PUBLIC_TITLE : KindPhrase.NAMESPACE_TITLE;
    return phrase.with("name", name(parameters), "registry", registry(parameters));
  }

  @Override
  public Sentence effect(Parameters parameters) {
    return KindPhrase.NAMESPACE_EFFECT.with(
        "visibility",
        visibility(parameters),
        "name",
        name(parameters),
        "registry",
        registry(parameters),
        "region",
        parameters.region(),
        "consequence",
        parameters.flag(PUBLIC) ? KindPhrase.NAMESPACE_PUBLIC_CONSEQUENCE.with() : "");
  }

  @Override
  public Sentence price(Parameters parameters) {
    return KindPhrase.NAMESPACE_PRICE.with();
  }

  @Override
  public Optional<Sentence> meaning(String field, Object value) {
    return Optional.empty();
  }

  @Override
  public List<Sentence> silences(Parameters parameters) {
    return List.of();
  }

  @Override
  public Sentence addition(String requestId) {
    return KindPhrase.ADDS_TAG.with("key", Tag.REQUEST_KEY, "request", requestId);
  }

  /** Names are unique within their registry; in one that is yet to be made, nobody else can ask. */
  @Override
  public Optional<String> naturalKey(Parameters parameters) {
    return registryName(parameters)
        .or(() -> parameters.text(REGISTRY))
        .map(registry -> registry + "/" + name(parameters));
  }

  @Override
  public Settlement settlement() {
    return new Settlement.ByName(new NamespaceNames());
  }

  @Override
  public Optional<Progress> progress() {
    return Optional.empty();
  }

  @Override
  public Optional<Handover> handover() {
    return Optional.empty();
  }

  @Override
  public Optional<Sentence> next(Parameters asked) {
    return registryName(asked)
        .map(registry -> KindPhrase.NAMESPACE_NEXT.with("registry", registry, "name", name(asked)));
  }

  @Override
  public Sentence undo(Parameters asked, String id) {
    return KindPhrase.NAMESPACE_UNDO.with("name", id);
  }

  @Override
  public String exampleId() {
    return "example";
  }

  @Override
  public boolean isId(String text) {
    return true;
  }

  private static String name(Parameters parameters) {
    return parameters.text("NamespaceName").orElse("");
  }

  private static String visibility(Parameters parameters) {
    return parameters.flag(PUBLIC) ? "public" : "private";
  }

  private static Optional<String> registryName(Parameters parameters) {
    return Optional.ofNullable(parameters.references().get(REGISTRY))
        .flatMap(r -> r.fold(part -> Optional.empty(), named -> Optional.of(named.name())));
  }

  private static Sentence registry(Parameters parameters) {
    return Optional.ofNullable(parameters.references().get(REGISTRY))
        .map(
            r ->
                r.fold(
                    part -> KindPhrase.IN_REGISTRY_OF_PART.with("part", part.number()),
                    named -> KindPhrase.IN_REGISTRY_NAMED.with("name", named.name())))
        .orElseGet(
            () -> KindPhrase.IN_REGISTRY_OF_ID.with("id", parameters.text(REGISTRY).orElse("")));
  }
}
