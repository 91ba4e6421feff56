// SPDX-License-Identifier: Apache-2.0
// Tencent's own Node client behind a pipe: one JSON object per line in (a call), one per line out
// (what the client gave its caller). Arguments: request method and signature method.
"use strict";

const readline = require("node:readline");
const { CommonClient } = require("tencentcloud-sdk-nodejs-common");
const ClientError =
  require("tencentcloud-sdk-nodejs-common/tencentcloud/common/exception/tencent_cloud_sdk_exception").default;

const [reqMethod, signMethod] = process.argv.slice(2);

async function call(ask) {
  const client = new CommonClient(ask.endpoint, ask.version, {
    credential: { secretId: ask.secretId, secretKey: ask.secretKey, token: ask.token },
    region: ask.region,
    profile: { signMethod, httpProfile: { reqMethod, protocol: ask.protocol, reqTimeout: 20 } },
  });
  try {
    return { response: await client.request(ask.action, JSON.parse(ask.parameters)) };
  } catch (e) {
    if (!(e instanceof ClientError)) {
      return { crash: String(e && e.stack) };
    }
    return {
      error: { code: e.code, message: e.message, requestId: e.requestId, traceId: e.traceId },
    };
  }
}

readline.createInterface({ input: process.stdin }).on("line", async (line) => {
  process.stdout.write(JSON.stringify(await call(JSON.parse(line))) + "\n");
});
