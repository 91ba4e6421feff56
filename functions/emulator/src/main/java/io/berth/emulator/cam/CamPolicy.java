// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import io.berth.emulator.cam.Statement.StatementEffect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One policy. What it does not allow is denied, and a deny in it outweighs every allow. */
public record CamPolicy(List<Statement> statements) {
  private static final int MOST_BYTES = 64 * 1024;

  /** Copies the statements. */
  public CamPolicy {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a policy in the syntax of CAM, version 2.0.
   *
   * @throws BadPolicy when anything in it is not known here: what would be skipped might be what
   *     keeps somebody out
   */
  public static CamPolicy of(byte[] json) throws BadPolicy {
    return CamPolicyReader.read(json);
  }

  /** The same from a file of at most 64 KiB, whose name then stands before the sentence. */
  public static CamPolicy of(Path file) throws BadPolicy {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new BadPolicy("the policy is larger than " + MOST_BYTES + " bytes, split it.");
      }
      return of(bytes);
    } catch (BadPolicy e) {
      throw new BadPolicy(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new BadPolicy(file + " cannot be read; is it a file, and may you read it?");
    }
  }

  /** Whether it allows a call. */
  public boolean allows(AccessRequest access) {
    return says(StatementEffect.ALLOW, access) && !says(StatementEffect.DENY, access);
  }

  private boolean says(StatementEffect effect, AccessRequest access) {
    return statements.stream().anyMatch(s -> s.effect() == effect && s.isAbout(access));
  }
}
