// SPDX-License-Identifier: Apache-2.0
// Walks through the emulator's page in a Chromium of this machine and says as one line of JSON what
// it saw. Arguments: the browser's path, the page's address, and a folder for pictures (optional).
"use strict";

const { chromium } = require("playwright-core");

const [executablePath, address, pictures] = process.argv.slice(2);
const QUIET = [
  "--no-sandbox", // which refuses to work for root
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const SECTIONS = ["registries", "registerCodes", "registeredInstances", "functions", "requests", "faults"];

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

const textOf = (page, id) => page.locator("#" + id).innerText();

async function sections(page) {
  const texts = {};
  for (const id of SECTIONS) texts[id] = await textOf(page, id);
  return texts;
}

const rows = (page, id) => page.locator(`#${id} tbody tr`).count();

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function watch(page, saw) {
  page.on("console", (message) => message.type() === "error" && saw.errors.push(message.text()));
  page.on("pageerror", (error) => saw.errors.push(String(error)));
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== new URL(address).origin) saw.foreign.push(request.url());
  });
}

async function looks(page, saw) {
  saw.wide = { overflow: await overflow(page), paper: await paper(page) };
  await picture(page, "wide");
  await page.emulateMedia({ colorScheme: "dark" });
  saw.dark = { overflow: await overflow(page), paper: await paper(page) };
  await picture(page, "dark");
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, "phone-dark");
  await page.emulateMedia({ colorScheme: "light" });
  saw.phone = { overflow: await overflow(page) };
  await picture(page, "phone");
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function losesTheEmulator(page, saw) {
  const known = saw.errors.length;
  await page.route("**/_emulator/*", (route) => route.abort());
  await page.locator("#lost").waitFor({ state: "visible" });
  saw.lost = await textOf(page, "lost");
  await picture(page, "lost");
  await page.unroute("**/_emulator/*");
  await page.locator("#lost").waitFor({ state: "hidden" });
  saw.errors.length = known; // the browser itself reports each request that was cut
}

async function resets(page, saw) {
  await page.click("#reset");
  await picture(page, "ask");
  await page.click("#ask-no");
  await page.reload();
  await page.locator("#registries tbody tr").first().waitFor();
  saw.rowsAfterNo = await rows(page, "registries");
  await page.click("#reset");
  await page.click("#ask-yes");
  await page.locator("#registries .empty").waitFor();
  await page.locator("#ask").waitFor({ state: "hidden" });
  saw.afterReset = await sections(page);
  await picture(page, "empty");
}

async function main() {
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
    const saw = { errors: [], foreign: [] };
    await watch(page, saw);
    await page.goto(address);
    await page.locator("#registries tbody tr").first().waitFor();
    saw.sections = await sections(page);
    saw.rows = {};
    for (const id of SECTIONS) saw.rows[id] = await rows(page, id);
    saw.notice = await page.locator(".notice").innerText();
    saw.now = await textOf(page, "now");
    saw.clock = await textOf(page, "clock-fields");
    saw.images = await page.locator("main img, dialog img").count();
    saw.hacked = await page.evaluate(() => window.hacked === undefined ? "no" : "yes");
    await looks(page, saw);
    await losesTheEmulator(page, saw);
    await resets(page, saw);
    process.stdout.write(JSON.stringify(saw) + "\n");
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
