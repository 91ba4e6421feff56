// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KilledBotTest {
  @RegisterExtension static final RunningLocal BERTH = new RunningLocal();

  private final Chat chat = BERTH.chat();
  private final Cloud cloud = BERTH.cloud();

  @Test
  void aBotThatIsKilledBetweenApprovalAndResultEndsWithOneRegistryAndItsId() {
    cloud.fault(Map.of("action", "CreateInstance", "effect", "late-answer", "millis", 4000L));
    String id = chat.ask("alice", "create registry survivor --type standard");
    chat.approve("bob", id);
    cloud.awaitRegistry("survivor");

    BERTH.killBot();

    String registryId = String.valueOf(cloud.registries("survivor").get(0).get("RegistryId"));
    chat.awaitMessage("alice", "@berth", "survivor", registryId);
    assertThat(cloud.registries("survivor")).hasSize(1);
  }

  @Test
  void aBotThatIsKilledRightAfterTheClickCarriesOutWhatWasApproved() {
    String id = chat.ask("amir", "create registry right-after --type basic");
    chat.approve("carol", id);
    BERTH.killBot();
    chat.awaitMessage("amir", "@berth", "right-after", "unning");
    assertThat(cloud.registries("right-after")).hasSize(1);
  }

  @Test
  void aRunThatIsStartedAgainOnTheSameFolderStillHasWhatItCreated() throws IOException {
    String id = chat.ask("alice", "create registry lasting --type basic");
    chat.approve("bob", id);
    chat.awaitMessage("alice", "@berth", "lasting", "unning");
    String registryId = String.valueOf(cloud.registries("lasting").get(0).get("RegistryId"));

    BERTH.restart();

    assertThat(cloud.registries("lasting"))
        .extracting(registry -> registry.get("RegistryId"))
        .containsExactly(registryId);
    assertThat(chat.type("alice", "show " + id)).contains(registryId);
  }
}
