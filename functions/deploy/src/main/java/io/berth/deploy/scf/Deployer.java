// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.deploy.cos.CodeBucket;
import io.berth.deploy.scf.Triggers.Trigger;
import io.berth.deploy.template.DeployableFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Creates or updates functions and their Function URLs, one after the other. Everything is compared
 * first, so that what is right is not touched; a deploy that was cut off is finished by the next.
 */
public final class Deployer {
  private final ScfApi api;
  private final FunctionWaiter waiter;
  private final Triggers triggers;
  private final CodeUpload upload;
  private final boolean dryRun;

  /**
   * @param bucket takes the bundles that are too large for a call; without one they are refused
   * @param dryRun only reads, and tells what would be done
   */
  public Deployer(ScfApi api, Optional<CodeBucket> bucket, boolean dryRun) {
    this.api = api;
    this.upload = new CodeUpload(bucket);
    this.waiter = new FunctionWaiter(api);
    this.triggers = new Triggers(api);
    this.dryRun = dryRun;
  }

  /**
   * Deploys {@code functions} in their order and stops at the first failure: what refuses one
   * function, such as a key or a quota, mostly refuses the next as well.
   *
   * @param done hears of each function as soon as it is done
   */
  public Deployment deploy(List<DeployableFunction> functions, Consumer<DeployedFunction> done) {
    List<DeployedFunction> finished = new ArrayList<>();
    for (DeployableFunction function : functions) {
      try {
        DeployedFunction deployed = deploy(function);
        finished.add(deployed);
        done.accept(deployed);
      } catch (DeployStopped e) {
        List<DeployableFunction> rest = functions.subList(finished.size() + 1, functions.size());
        return new Deployment(finished, Optional.of(failure(function, e, rest)));
      }
    }
    return new Deployment(finished, Optional.empty());
  }

  private static Deployment.Failure failure(
      DeployableFunction function, DeployStopped e, List<DeployableFunction> rest) {
    List<String> notReached = rest.stream().map(DeployableFunction::name).toList();
    return new Deployment.Failure(function.name(), e.getMessage(), notReached);
  }

  private DeployedFunction deploy(DeployableFunction function) throws DeployStopped {
    CodeFile code = upload.read(function.code());
    Optional<CloudFunction> there = usable(function);
    if (there.isEmpty()) {
      create(function, code);
      return result(function, DeployStatus.CREATED, List.of());
    }
    List<String> changes = new ArrayList<>(update(function, there.get(), code));
    changes.addAll(openUrl(function));
    return result(
        function, changes.isEmpty() ? DeployStatus.UNCHANGED : DeployStatus.UPDATED, changes);
  }

  /** The function as it is there, unless its creation failed. */
  private Optional<CloudFunction> usable(DeployableFunction function) throws DeployStopped {
    Optional<CloudFunction> there = dryRun ? waiter.find(function) : waiter.awaitRest(function);
    if (there.isPresent() && there.get().status().equals("CreateFailed")) {
      // SCF's own advice: such a function can be neither updated nor used.
      delete(function);
      return Optional.empty();
    }
    return there;
  }

  private void delete(DeployableFunction function) throws DeployStopped {
    if (!dryRun) {
      api.change("DeleteFunction", ScfRequests.identity(function));
      if (waiter.awaitRest(function).isPresent()) {
        throw new DeployStopped(
            "its creation had failed and SCF does not delete it; delete it by hand");
      }
    }
  }

  private void create(DeployableFunction function, CodeFile code) throws DeployStopped {
    upload.refuseWithoutWay(code);
    if (!dryRun) {
      api.change("CreateFunction", ScfRequests.create(function, upload.send(code)));
      refuseWithoutBalance(waiter.awaitActive(function, "CreateFunction"));
      openUrl(function);
    }
  }

  private List<String> update(DeployableFunction function, CloudFunction there, CodeFile code)
      throws DeployStopped {
    refuseUnchangeable("Runtime", there.text("Runtime"), function.runtime());
    refuseUnchangeable("Type", there.text("Type"), function.type());
    List<String> changes = new ArrayList<>(updateCode(function, there, code));
    changes.addAll(updateConfiguration(function, there));
    refuseWithoutBalance(there);
    return changes;
  }

  private List<String> updateCode(DeployableFunction function, CloudFunction there, CodeFile code)
      throws DeployStopped {
    List<String> changes = codeDifferences(function, there, code);
    if (!changes.isEmpty()) {
      upload.refuseWithoutWay(code);
    }
    if (!changes.isEmpty() && !dryRun) {
      api.change("UpdateFunctionCode", ScfRequests.code(function, upload.send(code)));
      waiter.awaitActive(function, "UpdateFunctionCode");
    }
    return changes;
  }

  private List<String> codeDifferences(
      DeployableFunction function, CloudFunction there, CodeFile code) throws DeployStopped {
    List<String> differences = new ArrayList<>();
    if (!hasCode(function, code)) {
      differences.add("code");
    }
    if (!there.text("Handler").equals(function.handler())) {
      differences.add("Handler " + there.text("Handler") + " -> " + function.handler());
    }
    return differences;
  }

  private List<String> updateConfiguration(DeployableFunction function, CloudFunction there)
      throws DeployStopped {
    List<String> changes = Differences.between(there, function);
    if (!changes.isEmpty() && !dryRun) {
      api.change("UpdateFunctionConfiguration", ScfRequests.configuration(function, there));
      waiter.awaitActive(function, "UpdateFunctionConfiguration");
    }
    return changes;
  }

  private boolean hasCode(DeployableFunction function, CodeFile code) throws DeployStopped {
    Map<String, Object> answer = api.read("GetFunctionAddress", ScfRequests.identity(function));
    return code.hasSha256(ScfFields.text(answer, "CodeSha256"));
  }

  /** What had to be done to have the Function URL as the template says. */
  private List<String> openUrl(DeployableFunction function) throws DeployStopped {
    Optional<Trigger> there = triggers.find(function);
    List<String> changes =
        there.map(url -> url.differences(function.url())).orElse(List.of("new Function URL"));
    if (changes.isEmpty()) {
      return changes;
    }
    if (!dryRun && there.isPresent()) {
      triggers.update(function, there.get());
    } else if (!dryRun) {
      triggers.create(function);
    }
    return changes;
  }

  private DeployedFunction result(
      DeployableFunction function, DeployStatus status, List<String> changes) throws DeployStopped {
    String url = dryRun ? knownUrl(function, status) : triggers.awaitUrl(function);
    return new DeployedFunction(function.namespace(), function.name(), status, changes, url);
  }

  private String knownUrl(DeployableFunction function, DeployStatus status) throws DeployStopped {
    return status == DeployStatus.CREATED
        ? ""
        : triggers.find(function).map(there -> there.url(function.url())).orElse("");
  }

  private static void refuseUnchangeable(String field, String there, String wanted)
      throws DeployStopped {
    if (!there.isEmpty() && !there.equals(wanted)) {
      throw new DeployStopped(
          "its %s is %s and SCF cannot change it to %s; delete the function, or give this one another name"
              .formatted(field, there, wanted));
    }
  }

  private static void refuseWithoutBalance(CloudFunction there) throws DeployStopped {
    if (there.lacksBalance()) {
      throw new DeployStopped("SCF stopped it for lack of balance; top up the account");
    }
  }
}
