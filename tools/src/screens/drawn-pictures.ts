import type { Browser } from 'playwright-core';

/** Drawn instead of photographs, which would show somebody's street. */
const DRAWINGS = {
  stairs: `
<rect width="800" height="600" fill="#23282c"/><path d="M0 0h800v210L0 330Z" fill="#2d3338"/>
<g fill="#3a4147"><path d="M110 600h600v-60H110Z"/><path d="M170 540h540v-60H170Z"/><path d="M230 480h480v-60H230Z"/><path d="M290 420h420v-60H290Z"/><path d="M350 360h360v-60H350Z"/></g>
<g stroke="#565f66" stroke-width="5"><path d="M110 540h600M170 480h540M230 420h480M290 360h420M350 300h360"/></g>
<path d="M90 480 360 200" stroke="#6d777e" stroke-width="12"/><g stroke="#5a646b" stroke-width="7"><path d="M120 450v120M190 378v120M260 305v120M330 232v110"/></g>
<path d="M560 0v70" stroke="#15181a" stroke-width="5"/><circle cx="560" cy="92" r="26" fill="#4b5359"/><rect x="546" y="62" width="28" height="16" fill="#6d777e"/>
<rect x="610" y="120" width="120" height="150" fill="#39506a"/><path d="M670 120v150M610 195h120" stroke="#23282c" stroke-width="6"/>`,
  lane: `
<rect width="800" height="600" fill="#cfd8dc"/><rect y="330" width="800" height="270" fill="#78818a"/>
<rect x="40" y="60" width="300" height="270" fill="#b98f6a"/><rect x="460" y="30" width="300" height="300" fill="#a67c5b"/>
<g fill="#e9f1f6"><rect x="75" y="100" width="70" height="80"/><rect x="225" y="100" width="70" height="80"/><rect x="500" y="80" width="70" height="90"/><rect x="640" y="80" width="70" height="90"/></g>
<rect x="352" y="120" width="96" height="46" rx="4" fill="#b3261e"/><text x="400" y="151" font-size="24" text-anchor="middle" fill="#fff">消防通道</text>
<g stroke="#e6c229" stroke-width="8"><path d="M350 590 390 340M450 590 412 340"/></g>
<g id="van"><rect x="110" y="350" width="250" height="120" rx="18" fill="#f5f5f2"/><rect x="130" y="366" width="70" height="44" fill="#5d7886"/><rect x="212" y="366" width="120" height="44" fill="#5d7886"/><circle cx="165" cy="476" r="27" fill="#2b2f33"/><circle cx="308" cy="476" r="27" fill="#2b2f33"/></g>
<use href="#van" x="270" y="62"/>`,
  bins: `
<rect width="800" height="600" fill="#dfe7ea"/><rect y="390" width="800" height="210" fill="#a9afb3"/><rect y="90" width="800" height="300" fill="#c7b8a3"/>
<path d="M0 150H800M0 210H800M0 270H800M0 330H800" stroke="#b5a58f" stroke-width="4"/>
<g id="bin"><path d="M120 230h130l-14 220H134Z" fill="#2f7d4f"/><rect x="108" y="206" width="154" height="30" rx="8" fill="#25653f"/><circle cx="150" cy="458" r="14" fill="#2b2f33"/><circle cx="222" cy="458" r="14" fill="#2b2f33"/><path d="M185 300l22 38h-44Z" fill="#dff0e5"/></g>
<use href="#bin" x="200"/><use href="#bin" x="400"/>
<ellipse cx="420" cy="540" rx="330" ry="26" fill="#bcc6cc"/>`,
} as const;
export type PictureName = keyof typeof DRAWINGS;

/** Each as a JPEG of 800 × 600. */
export async function drawnPictures(browser: Browser): Promise<Record<PictureName, Buffer>> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const drawn: [string, Buffer][] = [];
  for (const [name, drawing] of Object.entries(DRAWINGS)) {
    await page.setContent(`<style>body{margin:0}</style><svg width="800" height="600" font-family="sans-serif">${drawing}</svg>`);
    drawn.push([name, await page.screenshot({ type: 'jpeg', quality: 85 })]);
  }
  await page.close();
  return Object.fromEntries(drawn) as Record<PictureName, Buffer>;
}
