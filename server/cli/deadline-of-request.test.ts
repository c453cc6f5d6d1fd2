/** `hemsehri deadline --request`, on the clocks of a request that has been through everything law 4982 knows. */
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { askCitizen, resumeWork } from '../modules/requests/door.ts';
import type { FoiWorld } from '../modules/deadlines/testing.ts';
import { foiWorld } from '../modules/deadlines/testing.ts';
import { registerDeadline } from './deadline.ts';
import { runCommand } from './testing.ts';

let foi: FoiWorld;
let number: string;

beforeAll(async () => {
  foi = await foiWorld();
  const id = await foi.file('2026-03-02');
  number = (await foi.requestOf(id)).trackingNumber;
  foi.at('2026-03-03');
  await foi.doAs(foi.supervisor, (tx) => askCitizen(tx, { requestId: id, question: 'Hangi mahalle?' }));
  foi.at('2026-03-05');
  await foi.doAs(foi.supervisor, (tx) => resumeWork(tx, { requestId: id }));
  foi.at('2026-03-10');
  await foi.extend(id);
  foi.at('2026-03-11');
  await foi.askFee(id);
  foi.at('2026-03-12');
  await foi.pay(id, '2026-03-12');
});
afterEach(() => vi.restoreAllMocks());

const run = (...args: string[]) =>
  runCommand((program) => registerDeadline(program, () => Promise.resolve(foi.house)), ['deadline', ...args]);

describe('hemsehri deadline --request', () => {
  test('explains every clock in Turkish: what it followed, where it stood, how it ended', async () => {
    const { out, exitCode } = await run('--request', number);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3} başvurusu · .* · \d+ süre\n/);
    expect(out.match(/^== \S+/gm)).toEqual(
      expect.arrayContaining([
        '== foi',
        '== foi-extended',
        '== foi-fee',
        '== foi-silence',
        '== first-response',
        '== conclusion',
      ]),
    );
    expect(out).toContain('Süre, gerekçesiyle uzatıldı ve bildirildi (4982 m.11).');
    expect(out).toContain('Süre ücret bildirimiyle kesilmişti; ödeme gününün ertesi günü yeniden başlar.');
    expect(out).toContain('Vatandaştan bilgi beklendiği için durdu:');
    // Thirty business days from the day after the payment, each named: the first is counted, a Sunday is not.
    expect(out).toMatch(/== foi-extended · işliyor\n2026-04-27\n/);
    expect(out).toMatch(/ {2}1 {2}13 Mart 2026 Cuma/);
    expect(out).toMatch(/ {2}– {2}15 Mart 2026 Pazar/);
  });

  test('says the same in English, and takes the number as people type it', async () => {
    const typed = `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`.toLowerCase();
    const { out } = await run('--request', typed, '--language', 'en');
    expect(out).toContain('== foi-fee · ended');
    expect(out).toContain('The period was extended on a ground, with notice (4982 m.11).');
    expect(out).toContain('Stood still while information was awaited from the citizen:');
    expect(out).not.toMatch(/[çğışöü]+ için/);
  });

  test('says nothing of the citizen', async () => {
    const { out } = await run('--request', number, '--json');
    expect(out).not.toMatch(/Işıl|Örnek|0047|10000000146|ağaç/);
    const { clocks } = JSON.parse(out) as { clocks: { clock: string; endReason: string | null; days: unknown[] }[] };
    expect(clocks.filter(({ clock }) => clock === 'foi-extended').map(({ endReason }) => endReason)).toEqual([
      'fee-notice',
      null,
    ]);
    expect(clocks.every(({ days }) => days.length > 0)).toBe(true);
  });

  const mistakes: [args: string[], exitCode: number, sentence: string][] = [
    [['--request', 'kaldirim'], 2, '"kaldirim" is not a tracking number'],
    [['--request', '7K4M-P9TR-3HD'], 1, 'There is no request 7K4M-P9TR-3HD.'],
    [['--request', '7K4M-P9TR-3HD', '--law', '4982'], 2, 'Give --request alone'],
    [['--request', '7K4M-P9TR-3HD', '--language', 'de'], 2, '"de" is not a language of this command.'],
  ];
  test.each(mistakes)('%j exits with %i', async (args, exitCode, sentence) => {
    const { out, err, exitCode: exited } = await run(...args);
    expect([out, exited]).toEqual(['', exitCode]);
    expect(err).toContain(sentence);
  });
});
