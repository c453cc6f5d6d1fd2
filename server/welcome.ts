import type { Config } from './kernel/config.ts';
import { DEMO_PASSWORD, DEMO_STAFF } from './seed/demo-staff.ts';

/** The last lines of a start with a web face: where everything is, and in a demo who may sign in. */
export async function sayWhereItIs(where: { config: Config; address: string; say(line: string): void }): Promise<void> {
  const { config, address, say } = where;
  say('');
  say(`Hemşehri is ready.   Portal  ${address}/`);
  say(`                     Takip   ${address}/takip`);
  say(`                     Desk    ${address}/personel`);
  if (!config.demo) return;
  say(`                     SMS     ${address}/demo/telefon   (what the simulated phones received)`);
  say('');
  say(`Demo people (invented), password ${DEMO_PASSWORD}:`);
  for (const { username, displayName, role, directorate } of DEMO_STAFF) {
    say(`  ${username.padEnd(10)} ${displayName.padEnd(18)} ${role}${directorate ? ` (${directorate})` : ''}`);
  }
}

/** Not refusals: somebody may try a real start on this machine first. But what is said here keeps citizens from being told, and nobody would see it. */
export function sayWhatCitizensWouldMiss({ demo, publicUrl, sms, mail }: Config, say: (line: string) => void): void {
  if (demo) return;
  if (/^https?:\/\/(localhost|127\.|\[::1\])/.test(publicUrl))
    say(
      `Links in messages to citizens begin with ${publicUrl}, which only this machine can open. Set HEMSEHRI_PUBLIC_URL.`,
    );
  if (sms.provider === 'none') say('HEMSEHRI_SMS_PROVIDER is none: SMS wait in the outbox until a provider is named.');
  if (mail.url === null) say('HEMSEHRI_SMTP_URL is not set: mail waits in the outbox until it is.');
}
