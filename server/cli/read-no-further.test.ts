import { expect, test } from 'vitest';
import { startProcess } from '../testing/app-process.ts';

test('a command whose reader has seen enough ends quietly', async () => {
  const command = startProcess({}, ['deadline', '--law', '4982', '--received', '2026-03-13']);
  command.child.stdout!.destroy();
  expect(await command.ended).toEqual({ code: 0, output: '' });
});
