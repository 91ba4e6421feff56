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

  private static final String NAME = "payments";

  private long before;
  private final Chat chat = BERTH.chat();
  private final Cloud cloud = BERTH.cloud();

  @Test
  void anApprovedNamespaceIsMadeOnceAndToldByItsName() {
    registry();
    String id = chat.ask("alice", "create namespace web --registry payments");
    assertThat(added()).isZero();

    chat.approve("bob", id);

    chat.awaitMessage("alice", "@berth", "namespace web in registry payments is created: `web`");
    chat.awaitMessage("bob", "#approvals", id, "Created: `web`");
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void aBotThatIsKilledWhileTheCloudAnswersMakesTheNamespaceOnce() {
    registry();
    cloud.fault(Map.of("action", "CreateNamespace", "effect", "late-answer", "millis", 4000L));
    String id = chat.ask("alice", "create namespace survivor --registry payments");
    chat.approve("bob", id);
    Http.await("the namespace", () -> Optional.of(added()).filter(n -> n == 1));

    BERTH.killBot();

    chat.awaitMessage("alice", "@berth", "is created: `survivor`");
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void aNamespaceWhoseAnswerIsLostIsFoundAgainAndNotMadeTwice() {
    registry();
    cloud.fault(Map.of("action", "CreateNamespace", "effect", "lose-answer"));
    String id = chat.ask("amir", "create namespace once --registry payments");
    chat.approve("carol", id);

    chat.awaitMessage("amir", "#approvals", id, "once", "ound again");
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void aNamespaceOfSomebodyElseIsNotTakenOver() {
    String registryId = registry();
    BERTH.call(
        FunctionName.TCR_CREATE_NAMESPACE,
        "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"%s\",\"NamespaceName\":\"theirs\",\"IsPublic\":false}"
            .formatted(registryId));
    assertThat(added()).isEqualTo(1);

    String id = chat.ask("alice", "create namespace theirs --registry payments");
    chat.approve("bob", id);

    chat.awaitMessage("alice", "@berth", "theirs", "is taken (NAME_TAKEN)");
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void aNamespaceInARegistryThatIsNotThereIsToldBeforeAnybodyIsAsked() {
    String id = chat.ask("alice", "create namespace web --registry nowhere-at-all");

    chat.awaitMessage("alice", "@berth", "There is no registry nowhere-at-all in this account");
    assertThat(chat.type("alice", "show " + id)).contains("ailed");
    assertThat(cloud.registries("nowhere-at-all")).isEmpty();
  }

  /** The id of the one registry that all of this is about; made by the first who needs it. */
  private String registry() {
    if (cloud.registries(NAME).isEmpty()) {
      String id = chat.ask("alice", "create registry " + NAME + " --type basic");
      chat.approve("bob", id);
      chat.awaitMessage("alice", "@berth", NAME, "unning");
    }
    before = count();
    return String.valueOf(cloud.registries(NAME).get(0).get("RegistryId"));
  }

  private long added() {
    return count() - before;
  }

  private long count() {
    return (Long) cloud.registries(NAME).get(0).get("Namespaces");
  }
}
