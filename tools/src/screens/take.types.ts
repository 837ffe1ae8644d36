import type { Locator, Page } from 'playwright-core';

/** Takes a picture of a page as its window shows it, or of one part of it as a whole, for docs/screens. */
export type Take = (page: Page, name: string, part?: Locator) => Promise<void>;
