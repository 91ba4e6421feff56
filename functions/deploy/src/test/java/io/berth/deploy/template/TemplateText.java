// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

/** A template without a mistake, for tests to plant one in. */
public final class TemplateText {
  /** Two functions; the lines are counted from 1. */
  public static final String GOOD =
      """
      Globals:
        Function:
          Runtime: CustomRuntime
          CodeUri: code.zip
          MemorySize: 512
          Timeout: 30
          InitTimeout: 30
      Resources:
        default:
          Type: TencentCloud::Serverless::Namespace
          tcr-create-instance:
            Type: TencentCloud::Serverless::Function
            Properties:
              Description: creates
              Handler: tcr-create-instance
              Role: berth-create
              Environment:
                Variables:
                  BERTH_CALLERS: ${CALLERS_CREATE}
                  BERTH_REQUIRE_APPROVAL: ${APPROVAL:-true}
                  BERTH_APPROVAL_KEYS: ${KEYS}
                  BERTH_CLOUD_ENDPOINT: ${ENDPOINT:-}
              Events:
                url:
                  Type: HTTP
                  Properties:
                    AuthType: NONE
                    NetConfig: {EnableExtranet: true, EnableIntranet: false}
                    Qualifier: $LATEST
          tcr-describe-instances:
            Type: TencentCloud::Serverless::Function
            Properties:
              Handler: tcr-describe-instances
              Role: berth-describe
              Environment:
                Variables:
                  BERTH_CALLERS: ${CALLERS_DESCRIBE}
              Events:
                url:
                  Type: HTTP
                  Properties: {AuthType: NONE}
      """;

  private TemplateText() {}

  /** {@link #GOOD} with the first {@code find} replaced. */
  public static String with(String find, String replacement) {
    int at = GOOD.indexOf(find);
    if (at < 0) {
      throw new IllegalArgumentException("not in the template: " + find);
    }
    return GOOD.substring(0, at) + replacement + GOOD.substring(at + find.length());
  }

  /** {@link #GOOD} with everything in the functions themselves. */
  public static String withoutGlobals() {
    String own = "CodeUri: code.zip\n$1Runtime: CustomRuntime\n$1MemorySize: 64\n$1Timeout: 1\n";
    return GOOD.substring(GOOD.indexOf("Resources:"))
        .replaceAll("( +)Handler: ", "$1" + own + "$1Handler: ");
  }
}
