// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import io.berth.handlers.pipeline.Action;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example of every function, with which it is warmed up and trained. */
class ExamplesTest {
  private final Bundle bundle =
      new Bundle(
          Map.of(), name -> Optional.empty(), Clock.systemUTC(), new SecureRandom(), () -> {});

  /** The training signs an approval of the example as it stands. */
  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void keepsEveryRuleAndIsCanonical(FunctionName function) {
    Map<String, Object> example = Json.readObject(function.example().getBytes(UTF_8));

    assertThat(canonical(bundle.action(function), example)).isEqualTo(function.example());
  }

  private static <X extends ApiRequest> String canonical(
      Action<X> action, Map<String, Object> example) {
    Checked<X> checked = action.read(example);
    return checked.fold(valid -> Json.write(valid.value().toJson()), Object::toString);
  }
}
