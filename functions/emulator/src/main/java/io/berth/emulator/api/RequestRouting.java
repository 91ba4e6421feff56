// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.product.CloudRegions;
import io.berth.emulator.signature.CommonParameters;
import io.berth.emulator.signature.RawRequest;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.text.Excerpt;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a request is for: product, action, region. */
final class RequestRouting {
  private static final Pattern PRODUCT_HOST =
      Pattern.compile("([a-z0-9-]+)(\\.[a-z0-9-]+)*\\.tencentcloudapi\\.com(:[0-9]+)?");

  private RequestRouting() {}

  /** The product of the version that is asked for. */
  static CloudProduct product(CloudState now, CommonParameters common) throws ApiError {
    common.required("Action");
    String version = common.required("Version");
    refuseUnknownProduct(now, common.request());
    CloudProduct product = now.products().get(version);
    if (product == null) {
      throw new ApiError(
          "NoSuchVersion", "The version `" + Excerpt.brief(version) + "` does not exist.");
    }
    return product;
  }

  /** Inferred: that the product of the Host is looked at before the version. */
  private static void refuseUnknownProduct(CloudState now, RawRequest request) throws ApiError {
    Matcher named =
        PRODUCT_HOST.matcher(request.header("host").orElse("").toLowerCase(Locale.ROOT));
    if (named.matches()
        && now.products().values().stream().noneMatch(p -> p.name().equals(named.group(1)))) {
      throw new ApiError(
          "NoSuchProduct", "The product `" + Excerpt.brief(named.group(1)) + "` does not exist.");
    }
  }

  /** The action of that product. */
  static ApiAction action(CloudProduct product, CommonParameters common) throws ApiError {
    String name = common.required("Action");
    Map<String, ApiAction> actions = product.actions();
    if (!actions.containsKey(name) || !isFor(product, common.request())) {
      throw new ApiError(
          "InvalidAction",
          "The action `" + Excerpt.brief(name) + "` does not exist in this product and version.");
    }
    return actions.get(name);
  }

  /** A Host of the cloud names its product; a loopback name serves them all. */
  private static boolean isFor(CloudProduct product, RawRequest request) throws ApiError {
    String host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
    Matcher named = PRODUCT_HOST.matcher(host);
    return !named.matches() || product.name().isEmpty() || named.group(1).equals(product.name());
  }

  /** The region, well-formed and one in which the action is offered. */
  static String region(CloudProduct product, CommonParameters common) throws ApiError {
    Optional<String> given = common.find("Region");
    if (given.isEmpty() && !product.needsRegion(common.required("Action"))) {
      return CloudRegions.DEFAULT;
    }
    String region = given.orElseThrow(() -> ApiError.missing("Region"));
    if (!CloudRegions.isWellFormed(region)) {
      throw invalid(common.spelled("Region"));
    }
    product.checkRegion(common.required("Action"), region);
    return region;
  }

  private static ApiError invalid(String parameter) {
    return new ApiError(
        "InvalidParameterValue",
        "A value specified in `%s` is not valid, is unsupported, or cannot be used."
            .formatted(parameter));
  }
}
