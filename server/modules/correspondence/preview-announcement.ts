/** Who would be told by an announcement, how, in which words and for how much, before anybody is. The same steps as the real one. */
import type { AnnouncementPreview, AnnouncementText } from '../../../contract/announcing.ts';
import type { House } from '../../kernel/house.ts';
import { AnnouncementMade, languagesOf, whoIsAffected } from '../incidents/door.ts';
import type { ServiceRequest } from '../requests/door.ts';
import { earliestSending } from './gateways/quiet-hours.ts';
import { withoutKey } from './present.ts';
import type { TellingRule, Unless } from './who-is-told.ts';
import { WHO_IS_TOLD, reasonNotToTell } from './who-is-told.ts';
import { wordMessage } from './word-message.ts';

type Sample = AnnouncementPreview['samples'][number];

export async function previewAnnouncement(
  house: House,
  { leadId, text }: { leadId: string; text: AnnouncementText },
): Promise<AnnouncementPreview> {
  const rule = ruleOf();
  const people = await whoIsAffected(house.db, leadId);
  const apart = new Map<Unless, number>();
  const told = new Map<string, ServiceRequest>();
  for (const each of people) {
    const why = reasonNotToTell(rule, each);
    if (why !== null) apart.set(why, (apart.get(why) ?? 0) + 1);
    else told.set(addressOf(each), told.get(addressOf(each)) ?? each);
  }
  const samples = new Map<string, Sample>();
  const sms = { people: 0, segments: 0, costKurus: 0 };
  for (const each of told.values()) {
    const { channel, language, subject, body, estimate } = await worded(house, each, text);
    const kind = `${channel} ${language}`;
    // Shown to staff, who must not hold the key; its length was counted.
    if (!samples.has(kind)) samples.set(kind, { channel, language, subject, body: withoutKey(body) });
    if (estimate === null) continue;
    sms.people += 1;
    sms.segments += estimate.segments;
    sms.costKurus += estimate.costKurus;
  }
  const now = house.clock.now();
  const earliest = earliestSending(now, rule.urgency);
  const missing = people.length - [...apart.values()].reduce((sum, n) => sum + n, 0) - told.size;
  return {
    people: people.length,
    sms,
    email: { people: told.size - sms.people },
    apart: [...apart].map(([why, n]) => ({ why, people: n })),
    again: missing,
    notBefore: earliest > now && sms.people > 0 ? earliest.toISOString() : null,
    samples: [...samples.values()],
    languages: languagesOf(people),
  };
}

const addressOf = ({ notifyBy, contactEmail, contactPhone }: ServiceRequest): string =>
  (notifyBy === 'email' ? contactEmail : contactPhone) ?? '';

async function worded(house: House, request: ServiceRequest, given: AnnouncementText) {
  const announcement = given[request.language] ?? given.tr;
  return wordMessage({ db: house.db, house, now: house.clock.now(), announcement }, ruleOf(), request);
}

function ruleOf(): TellingRule {
  const rule = WHO_IS_TOLD.find(({ fact }) => fact.factName === AnnouncementMade.factName);
  if (!rule) throw new Error('who-is-told.ts says nothing of announcements');
  return rule;
}
