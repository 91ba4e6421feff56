// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

/** The fixed ids of the one workspace and of the one app that is installed in it. */
public final class Installation {
  public static final String TEAM_ID = "T0BERTH";
  public static final String TEAM_DOMAIN = "berth-local";
  public static final String APP_ID = "A0BERTH";
  public static final String BOT_ID = "B0BERTH";
  public static final String BOT_USER_ID = "U0BERTH";

  /** Slack still sends this old token with every delivery; nobody should check it. */
  public static final String VERIFICATION_TOKEN = "verification-token-not-a-secret";

  private Installation() {}
}
