import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next from 'i18next';

const folder = join(import.meta.dirname, '../../../assets/locales/en');

/** Every message file of the first language by its namespace. */
export const MESSAGES: Readonly<Record<string, Record<string, unknown>>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      basename(name, '.json'),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>,
    ]),
);

/** The page's texts without a page. */
export async function speakEnglish(): Promise<void> {
  await i18next.init({
    lng: 'en',
    fallbackLng: 'en',
    ns: Object.keys(MESSAGES),
    resources: { en: MESSAGES },
    interpolation: { escapeValue: false },
  });
}
