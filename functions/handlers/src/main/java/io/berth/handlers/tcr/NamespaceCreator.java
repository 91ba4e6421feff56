// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.tcr.CreateNamespace;
import io.berth.handlers.pipeline.Action;
import io.berth.handlers.pipeline.FunctionAnswer;
import io.berth.handlers.pipeline.Principal;
import io.berth.handlers.pipeline.RoleCloud;
import java.util.Map;
import java.util.Set;

/**
 * Creates a namespace in a registry that runs, or adopts the one that its request made before. Of
 * the registry it looks only when the cloud says no: codes alone do not tell what is wrong with it.
 */
public final class NamespaceCreator implements Action<CreateNamespace> {
  @Override
  public FunctionName function() {
    return FunctionName.TCR_CREATE_NAMESPACE;
  }

  @Override
  public String verb() {
    return "create namespaces";
  }

  @Override
  public Set<FunctionName> calls() {
    return Set.of(
        FunctionName.TCR_CREATE_NAMESPACE,
        FunctionName.TCR_DESCRIBE_NAMESPACES,
        FunctionName.TCR_DESCRIBE_INSTANCES);
  }

  @Override
  public Checked<CreateNamespace> read(Map<String, Object> json) {
    return CreateNamespace.from(json);
  }

  @Override
  public FunctionAnswer perform(CreateNamespace request, Principal principal, RoleCloud cloud) {
    NamedResource wanted = new NamedNamespace(request);
    return FunctionAnswer.of(
        function(), new NamedCreation(function(), wanted, principal, cloud).outcome());
  }
}
