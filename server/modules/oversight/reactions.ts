import type { Reaction } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import { AcceptanceTakenBack, RequestReopened, TopicChanged } from '../requests/door.ts';
import { StaffMemberChanged } from '../staff/door.ts';
import { tellStaff } from './actions/tell-staff.ts';
import { forgetWatch } from './escalation-store.ts';
import { refuseToLeaveWork } from './hand-over/leaves-nothing-behind.ts';
import { WHICH_STAFF_ARE_TOLD } from './which-staff-are-told.ts';

const named = new Set(WHICH_STAFF_ARE_TOLD.flatMap(({ fact, until }) => [fact, ...until]).map((one) => one.factName));

/** One reaction for every fact that which-staff-are-told.ts names; and clocks that changed are looked at anew. */
export const oversightReactions: Reaction[] = [
  ...[...named].map((factName): Reaction => ({
    factName,
    does: 'tells staff, and settles what they were told, as which-staff-are-told.ts says',
    run: tellStaff,
  })),
  on(StaffMemberChanged, 'refuses to leave work behind', (tx, { subject: staffId, data }) =>
    refuseToLeaveWork(tx, { staffId, ...data }),
  ),
  on(AcceptanceTakenBack, 'looks at its clocks anew', (tx, fact) => forgetWatch(tx.db, fact.subject)),
  on(TopicChanged, 'looks at its clocks anew', (tx, fact) => forgetWatch(tx.db, fact.subject)),
  on(RequestReopened, 'looks at its clocks anew', (tx, fact) => forgetWatch(tx.db, fact.subject)),
];
