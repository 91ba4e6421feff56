// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.deploy.template.DeployableFunction;
import io.berth.deploy.template.FunctionUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Function URL of a function. There is one per version, and the cloud may rename its trigger,
 * so it is found by type and qualifier. Other triggers of the function are left alone.
 */
final class Triggers {
  private static final int POLLS = 30;
  private static final long POLL_MILLIS = 1000;

  private final ScfApi api;

  Triggers(ScfApi api) {
    this.api = api;
  }

  /** A trigger as SCF reads it back: its description is JSON inside a text, Enable is 1 or 0. */
  record Trigger(Map<?, ?> entry) {
    String name() {
      return ScfFields.text(entry, "TriggerName");
    }

    /** What it has otherwise than {@code wanted}. */
    List<String> differences(FunctionUrl wanted) {
      Map<?, ?> told = ScfFields.embedded(entry, "TriggerDesc");
      List<String> found = new ArrayList<>();
      differ(found, "Enable", isOpen() ? "OPEN" : "CLOSE", "OPEN");
      differ(found, "AuthType", told.get("AuthType"), wanted.authType());
      differ(found, "EnableExtranet", net().get("EnableExtranet"), wanted.extranet());
      differ(found, "EnableIntranet", net().get("EnableIntranet"), wanted.intranet());
      // Not every answer tells ApiGwCompatible: what is not told counts as right.
      if (told.get("ApiGwCompatible") != null) {
        differ(found, "ApiGwCompatible", told.get("ApiGwCompatible"), wanted.gatewayShape());
      }
      return found;
    }

    private static void differ(
        List<String> found, String field, @Nullable Object there, Object wanted) {
      if (!wanted.equals(there)) {
        String shown = Differences.shown(there == null ? "" : there.toString());
        found.add("Function URL " + field + " " + shown + " -> " + wanted);
      }
    }

    /** The address for callers; empty while SCF has not made it yet. */
    String url(FunctionUrl wanted) {
      return ScfFields.text(net(), wanted.extranet() ? "ExtranetUrl" : "IntranetUrl");
    }

    private Map<?, ?> net() {
      return ScfFields.object(ScfFields.embedded(entry, "TriggerDesc"), "NetConfig");
    }

    private boolean isOpen() {
      Object enable = entry.get("Enable");
      return enable != null && (enable.toString().equals("1") || enable.equals("OPEN"));
    }
  }

  Optional<Trigger> find(DeployableFunction function) throws DeployStopped {
    Map<String, Object> answer = api.read("ListTriggers", ScfRequests.listTriggers(function));
    return ScfFields.objects(answer, "Triggers").stream()
        .filter(entry -> ScfFields.text(entry, "Type").equals("http"))
        .filter(entry -> ScfFields.text(entry, "Qualifier").equals("$LATEST"))
        .findFirst()
        .map(Trigger::new);
  }

  void create(DeployableFunction function) throws DeployStopped {
    api.change("CreateTrigger", ScfRequests.trigger(function, function.url().name()));
  }

  void update(DeployableFunction function, Trigger there) throws DeployStopped {
    api.change("UpdateTrigger", ScfRequests.trigger(function, there.name()));
  }

  /** The URL, which can appear some seconds after its trigger. */
  String awaitUrl(DeployableFunction function) throws DeployStopped {
    for (int i = 0; i < POLLS; i++) {
      String url = find(function).map(there -> there.url(function.url())).orElse("");
      if (!url.isEmpty()) {
        return url;
      }
      api.pause(POLL_MILLIS);
    }
    throw new DeployStopped(
        "SCF has given its Function URL no address yet; deploy again in a minute");
  }
}
