// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

/**
 * The Function URL of a function (SCF CreateTrigger, type {@code http}).
 *
 * @param name the trigger's name
 * @param authType {@code NONE} or {@code CAM}
 * @param extranet whether it is reachable from the internet
 * @param intranet whether it is reachable inside Tencent's network
 * @param gatewayShape whether events have the shape that API Gateway had ({@code ApiGwCompatible})
 */
public record FunctionUrl(
    String name, String authType, boolean extranet, boolean intranet, boolean gatewayShape) {}
