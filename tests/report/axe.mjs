// SPDX-License-Identifier: LGPL-2.1-or-later
// Puts pages to the accessibility checker axe-core in headless Chromium, at desktop and phone width,
// and makes pictures and a PDF to look at. Not part of `make check`: it needs npm packages and a browser.
//
//   npm install axe-core playwright-core          (anywhere; NODE_PATH or run from there)
//   node axe.mjs FOLDER PAGE.html...              CHROMIUM=/usr/bin/chromium if it is elsewhere
//
// Prints a line per page and width, and exits with 1 if axe-core finds anything, the page asks for
// anything outside itself, or it is wider than the screen.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.cwd(), "index.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [folder, ...pages] = process.argv.slice(2);
if (!pages.length) {
  console.error("usage: node axe.mjs FOLDER PAGE.html...");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
let failed = false;

// Findings of axe-core with every rule of WCAG 2.0 to 2.2, A and AA, and its best practices.
async function look(file, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: true });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(resolve(file)).href);
  const outside = asked.slice(1);
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const name = basename(file, ".html");
  console.log(`${name} at ${width}: ${found.violations.length} findings, ${found.incomplete.length} to be looked at, ` +
    `${found.passes.length} rules passed, ${outside.length} requests, ${Math.max(0, overflow)} px too wide`);
  for (const what of [...found.violations, ...found.incomplete])
    console.log(`  ${what.id} (${what.impact}): ${what.help}; ${what.nodes.length} places, first ${what.nodes[0].html.slice(0, 160)}`);
  if (found.violations.length || outside.length || overflow > 0)
    failed = true;
  // A browser refuses pictures of very long pages: the beginning has one of everything.
  await page.setViewportSize({ width, height: width > 1000 ? 4000 : 6000 });
  await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  if (width > 1000)
    await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: false });
  await page.close();
}

for (const file of pages)
  for (const width of [1280, 390])
    await look(file, width);
await browser.close();
process.exit(failed ? 1 : 0);
