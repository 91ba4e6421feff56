// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies allow. */
class CamPolicyTest {
  private static final String REGISTRY = "qcs::tcr:ap-guangzhou:uin/100000000001:instance/tcr-1";
  private static final String ALL = "qcs::tcr:ap-guangzhou:uin/100000000001:instance/*";

  static CamPolicy policy(String json) {
    try {
      return CamPolicy.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (BadPolicy e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static String statement(String effect, String action, String resource, String more) {
    return "{'effect':'%s','action':'%s','resource':'%s'%s}"
        .formatted(effect, action, resource, more);
  }

  private static CamPolicy of(String... statements) {
    return policy("{'version':'2.0','statement':[" + String.join(",", statements) + "]}");
  }

  private static AccessRequest access(String operation, String resource) {
    return new AccessRequest(operation, resource, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "tcr:CreateInstance, tcr:CreateInstance, true",
    "tcr:CreateInstance, tcr:CreateInstanceToken, false",
    "tcr:CreateInstance, tat:CreateInstance, false",
    "tcr:CreateInstance, tcr:createinstance, false",
    "name/tcr:CreateInstance, tcr:CreateInstance, true",
    "*, tat:CreateRegisterCode, true",
    "tcr:*, tcr:DeleteInstance, true",
    "tcr:*, tat:CreateRegisterCode, false",
    "tcr:Describe*, tcr:DescribeInstances, true",
    "tcr:Describe*, tcr:DeleteInstance, false",
    "tcr:*Instance*, tcr:DescribeInstances, true",
    "tcr:*Instance, tcr:DescribeInstances, false",
    "tcr:D*e*s, tcr:DescribeInstances, true",
  })
  void namesActionsWithWildcards(String pattern, String operation, boolean allowed) {
    assertThat(of(statement("allow", pattern, "*", "")).allows(access(operation, REGISTRY)))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "*, tcr-1, true",
    "qcs::tcr:ap-guangzhou:uin/100000000001:instance/tcr-1, tcr-1, true",
    "qcs::tcr:ap-guangzhou:uin/100000000001:instance/tcr-1, tcr-12, false",
    "qcs::tcr:ap-guangzhou:uin/100000000001:instance/tcr-1, *, false",
    "qcs::tcr:ap-guangzhou:uin/100000000001:instance/*, *, true",
    "qcs::tcr:::instance/*, tcr-1, true",
    "qcs:*:*:*:*:*, tcr-1, true",
    "qcs:::::*, tcr-1, true",
    "qcs::tcr:ap-beijing::instance/*, tcr-1, false",
    "qcs::tcr:ap-*::instance/*, tcr-1, true",
    "qcs::tcr::uin/2:instance/*, tcr-1, false",
    "qcs::tat:::*, tcr-1, false",
    "qcs::tcr:::register-code/*, tcr-1, false",
    "qcs::tcr:::instance/t*:x, t1:x, true",
  })
  void namesResourcesInSixSegments(String pattern, String id, boolean allowed) {
    String resource = "qcs::tcr:ap-guangzhou:uin/100000000001:instance/" + id;

    assertThat(
            of(statement("allow", "tcr:*", pattern, ""))
                .allows(access("tcr:DeleteInstance", resource)))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"*, true", "qcs::tat:::register-code/*, false", "qcs::tat:::*, false"})
  void allowsAnOperationLevelActionOnEverythingOrNotAtAll(String pattern, boolean allowed) {
    assertThat(
            of(statement("allow", "tat:CreateRegisterCode", pattern, ""))
                .allows(access("tat:CreateRegisterCode", "*")))
        .isEqualTo(allowed);
  }

  @Test
  void deniesWhatNothingAllows() {
    assertThat(of(statement("deny", "tcr:X", "*", "")).allows(access("tcr:Y", ALL))).isFalse();
    assertThat(new CamPolicy(java.util.List.of()).allows(access("tcr:Y", ALL))).isFalse();
  }

  @Test
  void letsADenyOutweighEveryAllow() {
    String allow = statement("allow", "tcr:*", "*", "");
    String deny = statement("deny", "tcr:DeleteInstance", "qcs::tcr:::instance/tcr-1", "");

    for (CamPolicy policy : new CamPolicy[] {of(allow, deny), of(deny, allow)}) {
      assertThat(policy.allows(access("tcr:DeleteInstance", REGISTRY))).isFalse();
      assertThat(policy.allows(access("tcr:DeleteInstance", REGISTRY + "2"))).isTrue();
      assertThat(policy.allows(access("tcr:ModifyInstance", REGISTRY))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ip_equal, '\"10.0.0.0/8\"', 10.1.2.3, true",
    "ip_equal, '\"10.0.0.0/8\"', 11.1.2.3, false",
    "ip_equal, '[\"10.0.0.0/8\",\"11.1.2.3\"]', 11.1.2.3, true",
    "ip_not_equal, '\"10.0.0.0/8\"', 10.1.2.3, false",
    "ip_not_equal, '[\"10.0.0.0/8\",\"11.0.0.0/8\"]', 11.1.2.3, false",
    "ip_not_equal, '[\"10.0.0.0/8\",\"11.0.0.0/8\"]', 12.1.2.3, true",
    "ip_equal, '\"0.0.0.0/0\"', , false",
    "ip_not_equal, '\"10.0.0.0/8\"', , false",
  })
  void dependsOnTheAddressWhereTheActionKnowsIt(
      String operator, String ranges, String address, boolean allowed) {
    String condition = ",'condition':{'%s':{'qcs:ip':%s}}".formatted(operator, ranges);
    AccessRequest access =
        new AccessRequest("tat:CreateRegisterCode", "*", Optional.ofNullable(address));

    assertThat(of(statement("allow", "tat:*", "*", condition)).allows(access)).isEqualTo(allowed);
  }

  @Test
  void needsAllConditionsToHold() {
    String both =
        ",'condition':{'ip_equal':{'qcs:ip':'10.0.0.0/8'},'ip_not_equal':{'qcs:ip':'10.9.0.0/16'}}";
    CamPolicy policy = of(statement("allow", "*", "*", both));

    assertThat(policy.allows(new AccessRequest("tat:X", "*", Optional.of("10.1.0.1")))).isTrue();
    assertThat(policy.allows(new AccessRequest("tat:X", "*", Optional.of("10.9.0.1")))).isFalse();
    assertThat(policy.allows(new AccessRequest("tat:X", "*", Optional.of("12.9.0.1")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // general policy?, role policy?, who, allowed
    "false, false, account, true",
    "false, false, builder, true",
    "true, false, account, false",
    "true, false, builder, false",
    "false, true, account, true",
    "false, true, builder, true",
    "false, true, other, false",
    "true, true, account, false",
    "true, true, builder, true",
    "true, true, other, false",
  })
  void choosesThePolicyOfTheKey(boolean general, boolean role, String who, boolean allowed) {
    CamPolicy nothing = new CamPolicy(java.util.List.of());
    CamPolicy everything = of(statement("allow", "*", "*", ""));
    Permissions permissions =
        new Permissions(
            general ? Optional.of(nothing) : Optional.empty(),
            role ? Map.of("builder", everything) : Map.of());
    Optional<String> caller = Optional.of(who).filter(name -> !name.equals("account"));

    assertThat(permissions.allows(caller, access("tcr:X", ALL))).isEqualTo(allowed);
  }

  @Test
  void holdsANamedRoleToItsOwnPolicyEvenWhereTheGeneralOneAllowsMore() {
    Permissions permissions =
        new Permissions(
            Optional.of(of(statement("allow", "*", "*", ""))),
            Map.of("builder", of(statement("allow", "tcr:CreateInstance", "*", ""))));

    assertThat(permissions.allows(Optional.of("builder"), access("tcr:DeleteInstance", ALL)))
        .isFalse();
    assertThat(permissions.allows(Optional.of("other"), access("tcr:DeleteInstance", ALL)))
        .isTrue();
  }
}
