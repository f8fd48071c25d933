// Drives GraphiQL in Chromium as somebody would: asks, signs in, watches. Fails on anything that the browser complains of, a violation of the
// Content-Security-Policy first of all.
//
//   node page.mjs http://127.0.0.1:8000 USERNAME PASSWORD
import { chromium } from 'playwright-core';

const [address, username, password] = process.argv.slice(2);
const hanging = 60_000;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(hanging);
const complaints = [];
page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
page.on('pageerror', (error) => complaints.push(`${error}`));
page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`));
page.on('request', (request) => {
  const isOurs = [address, 'data:'].some((beginning) => request.url().startsWith(beginning));
  if (!isOurs) complaints.push(`from elsewhere: ${request.url()}`);
});
const acknowledged = new Promise((resolve) => {
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => `${payload}`.includes('connection_ack') && resolve()));
});

/** Runs a document, and waits until the answer has a text. */
async function run(document, expected) {
  await page.click('.graphiql-query-editor .view-lines');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  // Typed, so that the brackets that the editor closes by itself are typed over.
  await page.keyboard.type(document);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  if (expected) await page.waitForFunction((text) => document.querySelector('.result-window')?.innerText.includes(text), expected);
}

try {
  await page.goto(`${address}/graphiql`);
  await page.waitForSelector('.graphiql-query-editor .view-lines');
  await run('{region(code:"500235136"){name}}', '云安镇');
  await run(`mutation{signIn(input:{username:"${username}",password:"${password}"}){account{role}}}`, 'BUYER');
  await run('{me{username}}', `"${username}"`);
  await run('subscription{presaleOfferChanged(offerId:"none"){availableKg}}', 'NOT_FOUND');
  await acknowledged;
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
} catch (error) {
  complaints.push(`${error}`, await page.locator('body').innerText());
}
await browser.close();
for (const complaint of complaints) console.log(complaint);
if (complaints.length > 0) process.exit(1);
console.log('nothing to complain of');
