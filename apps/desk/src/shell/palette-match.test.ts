import { describe, expect, it } from 'vitest';
import { matchCommands } from './palette-match.ts';

const command = (title: string, words?: string) => ({ id: title, title, words, act: () => {} });
const commands = [command('Çöp konteyneri'), command('İşler', 'work list'), command('Sonuçlandır, sıradaki')];

describe('the palette', () => {
  it('folds Turkish, so that plain letters find everything', () => {
    expect(matchCommands(commands, 'cop').map(({ title }) => title)).toEqual(['Çöp konteyneri']);
    expect(matchCommands(commands, 'ısler')[0]?.title).toBe('İşler');
    expect(matchCommands(commands, 'SIRADAKI')[0]?.title).toBe('Sonuçlandır, sıradaki');
  });

  it('finds by other words too, after those whose title begins so', () => {
    expect(matchCommands([command('Liste', 'work'), command('Work')], 'work').map(({ title }) => title)).toEqual([
      'Work',
      'Liste',
    ]);
  });

  it('offers everything before anything is typed, and nothing for nonsense', () => {
    expect(matchCommands(commands, ' ')).toHaveLength(3);
    expect(matchCommands(commands, 'zzz')).toEqual([]);
  });
});
