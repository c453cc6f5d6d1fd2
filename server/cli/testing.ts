/** A command of `hemsehri`, run as the shell runs it, with what it printed and how it ended. */
import { Command } from 'commander';
import { vi } from 'vitest';

export interface Run {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** @param register adds the command to the program; standard output is watched until the test's mocks are restored */
export async function runCommand(register: (program: Command) => void, args: readonly string[]): Promise<Run> {
  let [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const program = new Command('hemsehri').exitOverride().configureOutput({ writeErr: (text) => (err += text) });
  register(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return { out, err, exitCode: 0 };
  } catch (error) {
    return { out, err, exitCode: (error as { exitCode?: number }).exitCode ?? -1 };
  }
}
