import type { Browser, Locator, Page } from 'playwright-core';
import { findTask, PAGES, signIn, type Window } from './browser.js';

/** A form that is open, or a row of one: what a person fills in, found by what stands beside it. */
export class Sheet {
  constructor(
    private readonly page: Page,
    private readonly within: Locator,
  ) {}

  async write(label: string, words: string): Promise<void> {
    await this.within.getByLabel(label, { exact: true }).fill(words);
  }

  /** Chooses by typing a part of the name and clicking what comes. */
  async pick(label: string, part: string, option = part): Promise<void> {
    const named = this.within.getByLabel(label, { exact: true });
    // A choice between a unit and others is called by the same word as the unit that is chosen.
    const box = (await named.count()) > 1 ? named.and(this.page.getByRole('combobox')) : named;
    await box.click();
    if (part !== '') await box.pressSequentially(part);
    await this.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
  }

  async choose(name: string): Promise<void> {
    await this.within.getByText(name, { exact: true }).click();
  }

  /** Waits for what stands in it. */
  async reads(words: string): Promise<void> {
    await this.within.getByText(words).first().waitFor();
  }

  /** The nth line of lines of the same kind, from 0. */
  row(nth: number, of?: string): Sheet {
    const rows = of === undefined ? this.within : this.within.locator('fieldset', { hasText: of });
    return new Sheet(this.page, rows.locator('.form-row').nth(nth));
  }

  async add(name: string): Promise<void> {
    await this.within.getByRole('button', { name }).click();
  }

  async attach(picture: Buffer): Promise<void> {
    await this.within.locator('input[type=file]').last().setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: picture });
    await this.within.locator('.attachment-item.sent').waitFor();
  }
}

/** Somebody at their workbench, in a window of their own. */
export class Desk {
  private constructor(
    readonly page: Page,
    readonly errors: string[],
  ) {}

  static async of(browser: Browser, username: string): Promise<Desk> {
    const { page, errors }: Window = await signIn(browser, username);
    return new Desk(page, errors);
  }

  async open(text: string): Promise<void> {
    await this.page.goto(`${PAGES}/console/work`);
    await (await findTask(this.page, text)).locator('.task-row').click();
    await this.page.locator('.task-panel .facts').waitFor();
  }

  async openCase(number: string): Promise<void> {
    await this.page.goto(`${PAGES}/console/cases/${number}`);
    await this.page.locator('.case-page').waitFor();
  }

  button(name: string): Locator {
    return this.page.locator('.actions .buttons').getByRole('button', { name, exact: true });
  }

  /** An act without words. */
  async press(name: string, sign?: string): Promise<void> {
    await this.button(name).click();
    if (sign !== undefined) await this.button(sign).waitFor();
  }

  /** Opens an act's form, fills it in, sends it and waits until it is done. */
  async act(name: string, fill: (form: Sheet) => Promise<void>): Promise<void> {
    const form = await this.begin(name);
    await fill(form.sheet);
    await form.at.getByRole('button', { name, exact: true }).click();
    await form.at.waitFor({ state: 'detached' }).catch(async (error: unknown) => {
      throw new Error(`${name} stays open and says: ${await form.at.innerText()}`, { cause: error });
    });
  }

  async begin(name: string): Promise<{ sheet: Sheet; at: Locator }> {
    const more = this.page.locator('.actions .buttons').getByRole('button', { name: '更多' });
    await this.page.locator('.actions .buttons').first().waitFor();
    await Promise.race([this.button(name).first().waitFor(), more.first().waitFor()]);
    // What is opened is called something else, so the first is always one that is not.
    while (!(await this.button(name).first().isVisible()) && (await more.count()) > 0) await more.first().click();
    await this.button(name).first().click();
    const at = this.page.locator('.action-form');
    await at.waitFor();
    return { sheet: new Sheet(this.page, at), at };
  }
}
