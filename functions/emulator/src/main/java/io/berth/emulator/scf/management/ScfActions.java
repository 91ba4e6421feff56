// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.DeclaredAction;
import io.berth.emulator.scf.platform.Platform;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** All actions of SCF that are served. */
public final class ScfActions {
  private ScfActions() {}

  /**
   * The actions by name.
   *
   * @param urls where the Function URLs are
   */
  public static Map<String, ApiAction> of(
      Clock clock, FunctionActions functions, FunctionStore store, Platform platform, URI urls) {
    TriggerViews triggers = new TriggerViews(urls);
    Map<String, ApiAction> all = new HashMap<>(functions.actions());
    all.putAll(new FunctionViews(store, triggers, urls).actions());
    all.putAll(new TriggerActions(store, triggers, clock).actions());
    InvokeFunctionAction invoke = new InvokeFunctionAction(store, platform);
    all.put("InvokeFunction", new DeclaredAction(ScfSchemas.INVOKE_FUNCTION, invoke::invoke));
    return Map.copyOf(all);
  }
}
