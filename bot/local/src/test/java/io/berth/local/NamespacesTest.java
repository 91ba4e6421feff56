// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A namespace that is asked for by name, through every real part. */
class NamespacesTest {
  @RegisterExtension static final RunningLocal BERTH = new RunningLocal();

  private final Chat chat = BERTH.chat();
  private final Cloud cloud = BERTH.cloud();

  @Test
  void anApprovedNamespaceIsMadeOnceAndToldByItsName() {
    running("home-1");
    String id = chat.ask("alice", "create namespace web --registry home-1");
    assertThat(namespacesIn("home-1")).isZero();

    chat.approve("bob", id);

    chat.awaitMessage("alice", "@berth", "namespace web in registry home-1 is created: `web`");
    chat.awaitMessage("bob", "#approvals", id, "Created: `web`");
    assertThat(namespacesIn("home-1")).isEqualTo(1);
  }

  @Test
  void aBotThatIsKilledWhileTheCloudAnswersMakesTheNamespaceOnce() {
    running("killed");
    cloud.fault(Map.of("action", "CreateNamespace", "effect", "late-answer", "millis", 4000L));
    String id = chat.ask("alice", "create namespace survivor --registry killed");
    chat.approve("bob", id);
    Http.await("the namespace", () -> Optional.of(namespacesIn("killed")).filter(n -> n == 1));

    BERTH.killBot();

    chat.awaitMessage("alice", "@berth", "is created: `survivor`");
    assertThat(namespacesIn("killed")).isEqualTo(1);
  }

  @Test
  void aNamespaceWhoseAnswerIsLostIsFoundAgainAndNotMadeTwice() {
    running("lossy");
    cloud.fault(Map.of("action", "CreateNamespace", "effect", "lose-answer"));
    String id = chat.ask("amir", "create namespace once --registry lossy");
    chat.approve("carol", id);

    chat.awaitMessage("amir", "#approvals", id, "once", "ound again");
    assertThat(namespacesIn("lossy")).isEqualTo(1);
  }

  @Test
  void aNamespaceOfSomebodyElseIsNotTakenOver() {
    String registryId = running("shared");
    BERTH.call(
        FunctionName.TCR_CREATE_NAMESPACE,
        "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"%s\",\"NamespaceName\":\"theirs\",\"IsPublic\":false}"
            .formatted(registryId));
    assertThat(namespacesIn("shared")).isEqualTo(1);

    String id = chat.ask("alice", "create namespace theirs --registry shared");
    chat.approve("bob", id);

    chat.awaitMessage("alice", "@berth", "theirs", "is taken (NAME_TAKEN)");
    assertThat(namespacesIn("shared")).isEqualTo(1);
  }

  @Test
  void aNamespaceInARegistryThatIsNotThereIsToldBeforeAnybodyIsAsked() {
    String id = chat.ask("alice", "create namespace web --registry nowhere-at-all");

    chat.awaitMessage("alice", "@berth", "There is no registry nowhere-at-all in this account");
    assertThat(chat.type("alice", "show " + id)).contains("ailed");
    assertThat(cloud.registries("nowhere-at-all")).isEmpty();
  }

  private String running(String name) {
    String id = chat.ask("alice", "create registry " + name + " --type basic");
    chat.approve("bob", id);
    chat.awaitMessage("alice", "@berth", name, "unning");
    return String.valueOf(cloud.registries(name).get(0).get("RegistryId"));
  }

  private long namespacesIn(String registry) {
    return (Long) cloud.registries(registry).get(0).get("Namespaces");
  }
}
