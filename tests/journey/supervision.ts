import type { Page } from 'playwright-core';

/** In the drawer for several cases: what, with what beside it, and why, which is missed first; then what it would do. */
export async function previewBulk(page: Page, kind: string, reason: string, beside?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '批量处置', exact: true }).click();
  const drawer = page.locator('.kit-drawer');
  // Urging stands there from the beginning.
  if (kind !== '催办') {
    await drawer.getByLabel('怎么处置').click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: kind }).first().click();
  }
  await beside?.();
  await drawer.getByRole('button', { name: '预览' }).click();
  await drawer.getByText('请说明理由').waitFor();
  await drawer.getByLabel('理由').fill(reason);
  await drawer.getByRole('button', { name: '预览' }).click();
}
