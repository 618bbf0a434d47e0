/** What several people do in the talks: open a channel, write an offer, read the terms, go. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Power } from '../../../shared/core/powers.ts';
import type { Person } from './table.ts';

export async function openChannel(person: Person, channel: Power | 'all'): Promise<void> {
  await person.page.locator(`#channel-${channel}`).click();
  await person.page.locator('.talks-page').waitFor();
}

/** The page of terms that lies open between two. */
export const sheet = (person: Person) =>
  person.page.locator('article.terms:not(.agreed):not(.composer)');

export async function goodbye(...people: readonly Person[]): Promise<void> {
  for (const person of people) {
    expect(person.complaints()).toEqual([]);
    await person.leave();
  }
}

/** Adds a point to the offer being written: whose it is, and of which kind. */
export async function addPoint(person: Person, power: Power, kind: string): Promise<void> {
  await person.page.locator('.add-point select').selectOption(`${kind} ${power}`);
}

export async function writeOffer(person: Person): Promise<void> {
  await person.press('talks:ownTerms');
  await person.page.locator('.composer').waitFor();
}

/** The card of an order, in the hand or behind it. */
export async function findCard(person: Person, kind: string): Promise<Locator> {
  const card = person.page.locator(`#card-${kind}`);
  await person.isDealt();
  if ((await card.count()) === 0) {
    const name = person.say('game:desk.tabs.others');
    await person.page.locator('.desk').getByRole('tab', { name }).click();
  }
  return card;
}
