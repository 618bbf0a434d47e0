/** What a page must never do while it is used: fail aloud, ask strangers, shut people out. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line a violation: rule, what it asks, the first elements that break it. */
export async function shutOut(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARD).analyze();
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map(({ target }) => target.join(' '));
    return `${id}: ${help} (${nodes.length} times, e.g. ${where.join(' | ')})`;
  });
}

/** How many pixels the page is wider than its window: what has to be pushed sideways. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Complaints since the watch began: errors in the console, uncaught errors, foreign requests. */
export function watchPage(page: Page, origin: string): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const local = protocol === 'data:' || protocol === 'blob:' || host === new URL(origin).host;
    if (!local) complaints.push(`asked another host: ${request.url()}`);
  });
  return complaints;
}
