// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.tcr.CreateInstance;
import io.berth.handlers.pipeline.Action;
import io.berth.handlers.pipeline.FunctionAnswer;
import io.berth.handlers.pipeline.Principal;
import io.berth.handlers.pipeline.RoleCloud;
import java.util.Map;
import java.util.Set;

/** Creates a registry, or adopts the one that its request made before. */
public final class RegistryCreator implements Action<CreateInstance> {
  @Override
  public FunctionName function() {
    return FunctionName.TCR_CREATE_INSTANCE;
  }

  @Override
  public String verb() {
    return "create registries";
  }

  @Override
  public Set<FunctionName> calls() {
    return Set.of(FunctionName.TCR_CREATE_INSTANCE, FunctionName.TCR_DESCRIBE_INSTANCES);
  }

  @Override
  public Checked<CreateInstance> read(Map<String, Object> json) {
    return CreateInstance.from(json);
  }

  @Override
  public FunctionAnswer perform(CreateInstance request, Principal principal, RoleCloud cloud) {
    NamedResource wanted = new NamedRegistry(request);
    return FunctionAnswer.of(
        function(), new NamedCreation(function(), wanted, principal, cloud).outcome());
  }
}
