/** What the simulated Verimor remembers of its campaigns, so that their status can be asked. Bounded in memory. */

/** A row as Verimor reports it. */
export interface CampaignRow {
  type: 'outbound';
  campaign_id: number;
  campaign_custom_id: string | null;
  message_id: string;
  message_custom_id: string | null;
  dest: string;
  size: number;
  international_multiplier: 1;
  credits: number;
  status: string;
  gsm_error: string;
  sent_at: string | null;
  done_at: string;
}

export interface CampaignStore {
  nextId(): number;
  nextMessageId(): string;
  add(rows: CampaignRow[]): void;
  find(key: { id: string | null; customId: string | null }): CampaignRow[] | null;
}

/** Campaigns that can still be asked for; the oldest are forgotten beyond this many messages. */
const KEPT_ROWS = 50_000;

export function campaignStore(): CampaignStore {
  // From the clock, so that ids of an earlier run don't come back.
  let campaignId = Math.floor(Date.now() / 1_000);
  let messageId = Date.now();
  let kept = 0;
  const campaigns = new Map<number, CampaignRow[]>();
  const byCustomId = new Map<string, number[]>();
  const forgetOldest = (): void => {
    const [oldest, rows] = campaigns.entries().next().value ?? [];
    if (oldest === undefined || !rows) return;
    campaigns.delete(oldest);
    byCustomId.delete(rows[0]?.campaign_custom_id ?? '');
    kept -= rows.length;
  };
  return {
    nextId: () => (campaignId += 1),
    nextMessageId: () => String((messageId += 1)),
    add(rows) {
      const [first] = rows;
      if (!first) return;
      campaigns.set(first.campaign_id, rows);
      const customId = first.campaign_custom_id;
      if (customId) byCustomId.set(customId, [...(byCustomId.get(customId) ?? []), first.campaign_id]);
      kept += rows.length;
      while (kept > KEPT_ROWS) forgetOldest();
    },
    find({ id, customId }) {
      const ids = id === null ? byCustomId.get(customId ?? '') : [Number(id)];
      const rows = ids?.flatMap((campaign) => campaigns.get(campaign) ?? []) ?? [];
      return rows.length > 0 ? rows : null;
    },
  };
}
