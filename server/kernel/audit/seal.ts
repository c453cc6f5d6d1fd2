/**
 * Puts committed entries into the chain. Every worker tries once a second and one of them gets its turn, so that the chain cannot fork; who
 * writes an entry never waits for it. A worker that is killed half way leaves nothing: seals are written in one transaction.
 */
import type { House } from '../house.ts';
import type { Link } from './chain.ts';
import { nextLink } from './chain.ts';
import { entriesToSeal, headOfChain, somethingWaits, takeSealersTurn, writeSeals } from './chain-store.ts';

const AT_ONCE = 500;

/** One batch. True: there may be more. */
export async function sealRound({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<boolean> {
  if (!(await somethingWaits(db))) return false;
  return db.transaction().execute(async (tx) => {
    if (!(await takeSealersTurn(tx))) return false;
    const entries = await entriesToSeal(tx, AT_ONCE);
    let link: Link = await headOfChain(tx);
    const sealed = entries.map((entry) => ({ entryId: entry.id, link: (link = nextLink(link, entry)) }));
    if (sealed.length > 0) await writeSeals(tx, sealed, clock.now());
    return sealed.length === AT_ONCE;
  });
}

/** Until nothing waits; for anchors, tests and the command line. */
export async function sealAll(house: Pick<House, 'db' | 'clock'>): Promise<void> {
  while (await sealRound(house));
}
