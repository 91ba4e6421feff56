// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

/** The fixed names of the one workspace and its one app. */
public final class Team {
  public static final String ID = "T0BERTH";
  public static final String DOMAIN = "berth-local";
  public static final String APP_ID = "A0BERTH";
  public static final String BOT_ID = "B0BERTH";
  public static final String BOT_USER = "U0BERTH";

  /** Slack still sends this old token with every delivery; nobody should check it. */
  public static final String VERIFICATION_TOKEN = "verification-token-not-a-secret";

  private Team() {}
}
