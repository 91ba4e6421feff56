// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static io.berth.deploy.template.TemplateText.GOOD;
import static io.berth.deploy.template.TemplateText.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is wrong in the events of a function. */
final class MistakenEvents {
  private MistakenEvents() {}

  static Stream<Arguments> events() {
    String urlEvent =
        """
              Events:
                url:
                  Type: HTTP
                  Properties: {AuthType: NONE}
        """
            .indent(2);
    return Stream.of(
        arguments(
            "events empty",
            GOOD.replace(urlEvent, "          Events: {}\n".substring(2)),
            "template.yaml:38: Events is empty, so nobody could call the function; write url: {Type: HTTP, Properties: {AuthType: NONE, NetConfig: {EnableExtranet: true, EnableIntranet: false}}}"),
        arguments(
            "event without its type",
            with("            Type: HTTP\n", ""),
            "template.yaml:24: Type is missing in event 'url'; write Type: HTTP"),
        arguments(
            "event without properties",
            GOOD.replace("            Properties: {AuthType: NONE}\n", ""),
            "template.yaml:39: Properties is missing in event 'url'; write Properties: {AuthType: NONE}"),
        arguments(
            "event's name",
            with("          url:", "          -url:"),
            "template.yaml:24: Event name '-url' (4 characters) must have 1 to 60 letters, digits, '-' and '_', begin with a letter and not end in '-' or '_'"),
        arguments(
            "event's unknown key",
            with("            Type: HTTP\n", "            Type: HTTP\n            Enable: OPEN\n"),
            "template.yaml:26: unknown key 'Enable' in event 'url'; there are Type, Properties"),
        arguments(
            "event that is a text",
            GOOD.replace(
                "          url:\n            Type: HTTP\n            Properties: {AuthType: NONE}\n",
                "          url: HTTP\n"),
            "template.yaml:39: event 'url' must be a mapping: keys with values, indented below it"),
        arguments(
            "cos",
            with("Type: HTTP", "Type: COS"),
            "template.yaml:25: Type COS would call the function without a signature, which it refuses; use Type: HTTP, a Function URL"),
        arguments(
            "cmq",
            with("Type: HTTP", "Type: CMQ"),
            "template.yaml:25: Type CMQ would call the function without a signature, which it refuses; use Type: HTTP, a Function URL"),
        arguments(
            "ckafka",
            with("Type: HTTP", "Type: Ckafka"),
            "template.yaml:25: Type Ckafka would call the function without a signature, which it refuses; use Type: HTTP, a Function URL"),
        arguments(
            "network's other key",
            with("EnableIntranet: false", "EnableIntranett: false"),
            "template.yaml:28: unknown key 'EnableIntranett' in NetConfig; did you mean EnableIntranet?"),
        arguments(
            "no network named",
            with("{EnableExtranet: true, EnableIntranet: false}", "{}"),
            "template.yaml:28: NetConfig opens neither network; set EnableExtranet or EnableIntranet to true"),
        arguments(
            "shape of events as text",
            with("              Qualifier: $LATEST", "              ApiGwCompatible: \"true\""),
            "template.yaml:29: ApiGwCompatible must be true or false, not 'true'"),
        arguments(
            "URL's unknown key",
            with("              Qualifier: $LATEST", "              Quantifier: $LATEST"),
            "template.yaml:29: unknown key 'Quantifier' in Properties of event 'url'; did you mean Qualifier?"),
        arguments(
            "no events",
            GOOD.replace(urlEvent, ""),
            "template.yaml:32: Events is missing in Properties of 'tcr-describe-instances'; nobody"
                + " could call the function: write url: {Type: HTTP, Properties: {AuthType: NONE,"
                + " NetConfig: {EnableExtranet: true, EnableIntranet: false}}}"),
        arguments(
            "retired gateway",
            with("Type: HTTP", "Type: APIGW"),
            "template.yaml:25: Type APIGW is retired: SCF takes no new API Gateway trigger since"
                + " 2024-07-01; use Type: HTTP, a Function URL"),
        arguments(
            "timer",
            with("Type: HTTP", "Type: Timer"),
            "template.yaml:25: Type Timer would call the function without a signature, which it"
                + " refuses; use Type: HTTP, a Function URL"),
        arguments(
            "unknown event",
            with("Type: HTTP", "Type: Websocket"),
            "template.yaml:25: unknown event Type 'Websocket'; use Type: HTTP, a Function URL"),
        arguments(
            "two Function URLs",
            GOOD
                + "          url2:\n            Type: HTTP\n            Properties: {AuthType: NONE}\n",
            "template.yaml:42: a function has one Function URL; remove this second HTTP event"),
        arguments(
            "how callers prove themselves",
            with("AuthType: NONE", "AuthType: NON"),
            "template.yaml:27: AuthType 'NON' must be NONE (the function checks every signature"
                + " itself) or CAM (cloud key)"),
        arguments(
            "no AuthType",
            with("              AuthType: NONE\n", ""),
            "template.yaml:26: AuthType is missing in Properties of event 'url'; write AuthType:"
                + " NONE; the function checks every signature itself"),
        arguments(
            "no network",
            with("EnableExtranet: true", "EnableExtranet: false"),
            "template.yaml:28: NetConfig opens neither network; set EnableExtranet or"
                + " EnableIntranet to true"),
        arguments(
            "network not true or false",
            with("EnableIntranet: false", "EnableIntranet: no"),
            "template.yaml:28: EnableIntranet must be true or false, not 'no'"),
        arguments(
            "a version",
            with("$LATEST", "$DEFAULT"),
            "template.yaml:29: Qualifier '$DEFAULT' names a version, and deploy publishes none;"
                + " write Qualifier: $LATEST"),
        arguments(
            "web pages",
            with("Qualifier: $LATEST", "CorsConfig: {}"),
            "template.yaml:29: CorsConfig is for web pages, and none may call these functions;"
                + " leave it out"));
  }
}
