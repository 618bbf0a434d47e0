import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { HandClock } from '../../server/support/clock.ts';
import { House } from '../../server/support/house.ts';
import { launchBrowser } from './browser.ts';

/** A server with a clock that is turned by hand, and a browser before it, for all tests of a file. */
export interface Hall {
  readonly clock: HandClock;
  readonly house: House;
  readonly browser: Browser;
}

/** Opens both before the file's tests and closes them after; neither may be used before. */
export function openHall(): Hall {
  const clock = new HandClock();
  let house: House | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    house = await House.open({ clock });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  return {
    clock,
    get house() {
      return house as House;
    },
    get browser() {
      return browser as Browser;
    },
  };
}
