// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.contract.FunctionName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/**
 * What the environment says on AWS Lambda; the calls themselves are in the suite of the adapters.
 */
class LambdaTest {
  private final Fixture fixture =
      new Fixture(FunctionName.TCR_DESCRIBE_INSTANCES, URI.create("http://127.0.0.1:1"));

  @Test
  void theLambdaFunctionsOwnNameSaysWhichItIs() throws IOException {
    fixture.with("AWS_LAMBDA_FUNCTION_NAME", "tcr-describe-instances");

    assertThat(answerAt("/tcr-describe-instances").status()).isEqualTo(405);
    assertThat(answerAt("/tat-create-register-code").status()).isEqualTo(404);
  }

  @Test
  void berthFunctionIsHeardBeforeTheName() throws IOException {
    fixture
        .with("AWS_LAMBDA_FUNCTION_NAME", "tcr-describe-instances")
        .with("BERTH_FUNCTION", "tat-create-register-code");

    assertThat(answerAt("/tat-create-register-code").status()).isEqualTo(405);
  }

  @Test
  void nameThatIsNoneOfTheFiveIsAnInitError() {
    fixture.with("AWS_LAMBDA_FUNCTION_NAME", "prod-registry");

    assertThatThrownBy(() -> new Lambda(fixture.environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no function is named 'prod-registry'; set BERTH_FUNCTION to one, such as"
                + " tcr-create-instance");
  }

  @Test
  void wrongConfigurationIsAnInitErrorWithoutASecret() {
    fixture.with("BERTH_FUNCTION", "tcr-create-instance").with("BERTH_CALLERS", "");

    assertThatThrownBy(() -> new Lambda(fixture.environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BERTH_CALLERS is empty")
        .hasMessageNotContaining(Fixture.SECRET_KEY);
  }

  private Fixture.Reply answerAt(String path) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String event = "{\"httpMethod\":\"GET\",\"path\":\"" + path + "\"}";
    new Lambda(fixture.environment)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)),
            out,
            new TestContext("call-1", 30_000, fixture.lines));
    return Fixture.reply(out.toByteArray());
  }
}
