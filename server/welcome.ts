import type { Config } from './kernel/config.ts';
import { DEMO_PASSWORD, DEMO_STAFF } from './seed/demo-staff.ts';

/** The last lines of a start: where everything is, and in a demo who may sign in. */
export async function sayWhereItIs(where: { config: Config; address: string; say(line: string): void }): Promise<void> {
  const { config, address, say } = where;
  say('');
  say(`Hemşehri is ready.   Portal  ${address}/`);
  say(`                     Takip   ${address}/takip`);
  say(`                     Desk    ${address}/personel`);
  if (!config.demo) return sayWhatCitizensWouldGet(config, say);
  say(`                     SMS     ${address}/demo/telefon   (what the simulated phones received)`);
  say('');
  say(`Demo people (invented), password ${DEMO_PASSWORD}:`);
  for (const { username, displayName, role, directorate } of DEMO_STAFF) {
    say(`  ${username.padEnd(10)} ${displayName.padEnd(18)} ${role}${directorate ? ` (${directorate})` : ''}`);
  }
}

/** Not a refusal: somebody may try a real start on this machine first. But a citizen's SMS with such a link helps nobody. */
function sayWhatCitizensWouldGet({ publicUrl }: Config, say: (line: string) => void): void {
  if (!/^https?:\/\/(localhost|127\.|\[::1\])/.test(publicUrl)) return;
  say(
    `Links in messages to citizens begin with ${publicUrl}, which only this machine can open. Set HEMSEHRI_PUBLIC_URL.`,
  );
}
