/** What somebody would see and could do under the role as it stands on the screen: numbers and rights, before it is published. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Right, Rights } from '../../../../../contract/rights.ts';
import { RIGHTS, SCOPES } from '../../../../../contract/rights.ts';
import type { RolePreview as Seen, RoleShown, StaffMember } from '../../../../../contract/staff.ts';
import { formatCount } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useRoles } from './post-fields.tsx';
import { rightTexts } from './right-texts.ts';
import { roleTexts } from './role-texts.ts';
import { useStaff } from './use-staff.ts';
import styles from './role.module.css';

type Drafted = Pick<RoleShown, 'code' | 'base' | 'rights'>;

export function RolePreview({ role }: { role: Drafted }) {
  const say = useTexts(roleTexts);
  const staff = (useStaff().data ?? []).filter(({ active }) => active);
  const [chosen, choose] = useState('');
  const person = staff.find(({ id }) => id === chosen);
  return (
    <section className={styles.preview}>
      <h2>{say('preview')}</h2>
      <p className="hs-meta">{say('preview.hint')}</p>
      <NativeSelect
        label={say('person')}
        value={chosen}
        data={[
          { value: '', label: say('person.choose') },
          ...staff.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {person && <Previewed role={role} person={person} />}
    </section>
  );
}

function Previewed({ role: { base, rights }, person }: { role: Drafted; person: StaffMember }) {
  const say = useTexts(roleTexts);
  const { language } = useSettings();
  const refusalText = useRefusalText();
  const before = useRoles().data?.find(({ code }) => code === person.role)?.rights;
  const asked = useQuery({
    queryKey: ['role-preview', person.id, base, rights],
    queryFn: () => api.post<Seen>('/api/v1/roles/preview', { person: person.id, base, rights }),
  });
  if (asked.isError) return <p className="hs-problem">{refusalText(asked.error)}</p>;
  const numbers = ({ open, restricted }: Seen['now']) => ({
    open: formatCount(open, language),
    restricted: formatCount(restricted, language),
  });
  return (
    <div aria-live="polite">
      {asked.data && (
        <>
          <p>{say('preview.now', numbers(asked.data.now))}</p>
          <p>
            <strong>{say('preview.then', numbers(asked.data.then))}</strong>
          </p>
        </>
      )}
      {before && <Changes before={before} after={rights} />}
    </div>
  );
}

function Changes({ before, after }: { before: Rights; after: Rights }) {
  const say = useTexts(roleTexts);
  const gains = RIGHTS.filter((right) => isWider(after, before, right));
  const loses = RIGHTS.filter((right) => isWider(before, after, right));
  if (gains.length + loses.length === 0) return <p>{say('change.none')}</p>;
  return (
    <>
      <RightList title={say('gains')} rights={gains} />
      <RightList title={say('loses')} rights={loses} />
    </>
  );
}

function isWider(one: Rights, other: Rights, right: Right): boolean {
  return (['ordinary', 'restricted'] as const).some(
    (which) => SCOPES.indexOf(one[right][which]) < SCOPES.indexOf(other[right][which]),
  );
}

function RightList({ title, rights }: { title: string; rights: readonly Right[] }) {
  const sayRight = useTexts(rightTexts);
  if (rights.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rights.map((right) => (
          <li key={right}>{sayRight(right)}</li>
        ))}
      </ul>
    </>
  );
}
