// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.bot.voice.Sentence;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of thing that can be asked for. All that differs between kinds is here; nobody else asks
 * which kind it is. The parameters that are handed in are canonical: they have passed {@link
 * #check}.
 */
public interface Kind {
  /** The word behind {@code create}, and the policy's {@code kind}. */
  String word();

  /** What people call one, behind "a", e.g. {@code register code}. */
  String noun();

  /** What people call several, e.g. {@code container registries}. */
  String plural();

  /** The shortest way to ask for one, behind {@code create}. */
  String usage();

  /** A good command that asks for one, behind {@code create}. */
  String example();

  /** The function that makes one. */
  FunctionName function();

  /** What can be typed behind {@code create WORD}. */
  Form form();

  /** The contract's validator: the same that the function uses. */
  Checked<? extends ApiRequest> check(Map<String, Object> json);

  /** The facts that rules can name beside {@code kind}, {@code region} and {@code team}. */
  List<Fact> facts();

  /** The values of those facts. */
  Facts facts(Parameters parameters);

  /** With the facts that matter, behind "a": {@code prepaid standard registry in ap-guangzhou}. */
  Sentence summary(Parameters parameters);

  /** What a sentence calls it: {@code registry payments}. */
  Sentence title(Parameters parameters);

  /** What approving it will do. */
  Sentence effect(Parameters parameters);

  /** What it costs, as far as the cloud says: there is no action that tells a price. */
  Sentence price(Parameters parameters);

  /** What a value means where it does not say so itself, e.g. {@code pay as you go} for 0. */
  Optional<Sentence> meaning(String field, Object value);

  /** What follows from fields that were not given, e.g. that any address may enrol. */
  List<Sentence> silences(Parameters parameters);

  /** What the function adds by itself so that the thing is found again. */
  Sentence addition(String requestId);

  /** What is unique about it while it is asked for and not finished; nobody else may ask for it. */
  Optional<String> naturalKey(Parameters parameters);

  /** How an attempt whose answer was lost is settled. */
  Settlement settlement();

  /** How one is found by its name, when it is settled by that. */
  default Optional<NameLookup> names() {
    return settlement().fold(byName -> Optional.of(byName.lookup()), byMark -> Optional.empty());
  }

  /** How its state in the cloud is followed until it can be used, when that takes time. */
  Optional<Progress> progress();

  /** How its secret is handed over, when it has one. */
  Optional<Handover> handover();

  /** What the requester does with it now that it can be used. */
  Optional<Sentence> next(Parameters asked);

  /** How whoever made it by mistake gets rid of it. */
  Sentence undo(Parameters asked, String id);

  /** A well-formed id of one, to check parameters whose reference is not known yet. */
  String exampleId();

  /** Whether a text is the id of one, and not its name. */
  boolean isId(String text);
}
