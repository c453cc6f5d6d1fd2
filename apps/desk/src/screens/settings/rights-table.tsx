/** The table of a role's rights: by group, each with how far it reaches, and what differs from the role it is built on. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Reach, Right, Rights, Scope } from '../../../../../contract/rights.ts';
import { HOUSE_RIGHTS, PLANNED_WORK_RIGHTS, SCOPES, STAFF_RIGHTS } from '../../../../../contract/rights.ts';
import { useTexts } from '../../kit/texts.ts';
import { groupTexts, RIGHT_GROUPS, rightTexts, scopeTexts } from './right-texts.ts';
import type { RightGroup } from './right-texts.ts';
import { roleTexts } from './role-texts.ts';
import styles from './role.module.css';

interface Props {
  rights: Rights;
  base: Rights;
  /** Null: a ready role, which is read only. */
  onWrite: ((right: Right, reach: Reach) => void) | null;
}

const sameReach = (one: Reach, other: Reach) => one.ordinary === other.ordinary && one.restricted === other.restricted;

export function RightsTable({ rights, base, onWrite }: Props) {
  const say = useTexts(roleTexts);
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  return (
    <section className={styles.rights}>
      <h2>{say('rights')}</h2>
      <p className="hs-meta">{say('rights.hint')}</p>
      {onWrite && (
        <Checkbox
          label={say('onlyDifferent')}
          checked={onlyDifferent}
          onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
        />
      )}
      {(Object.keys(RIGHT_GROUPS) as RightGroup[]).map((group) => (
        <OneGroup
          key={group}
          group={group}
          shown={RIGHT_GROUPS[group].filter((right) => !onlyDifferent || !sameReach(rights[right], base[right]))}
          {...{ rights, base, onWrite }}
        />
      ))}
    </section>
  );
}

function OneGroup({ group, shown, ...props }: Props & { group: RightGroup; shown: readonly Right[] }) {
  const say = useTexts(roleTexts);
  const sayGroup = useTexts(groupTexts);
  return (
    <table className={styles.group}>
      <caption>{sayGroup(group)}</caption>
      <thead>
        <tr>
          <th scope="col">{say('right')}</th>
          <th scope="col">{say('ordinary')}</th>
          <th scope="col">{say('restricted')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((right) => (
          <OneRight key={right} right={right} {...props} />
        ))}
        {shown.length === 0 && (
          <tr>
            <td colSpan={3} className="hs-meta">
              {say('same')}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function OneRight({ right, rights, base, onWrite }: Props & { right: Right }) {
  const say = useTexts(roleTexts);
  const sayRight = useTexts(rightTexts);
  const sayScope = useTexts(scopeTexts);
  const reach = rights[right];
  const differs = !sameReach(reach, base[right]);
  const { ordinary, restricted } = base[right];
  const was = say('was', { ordinary: sayScope(ordinary), restricted: sayScope(restricted) });
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">
        {sayRight(right)}
        {differs && <span className={styles.differs}>{say('differs', { was })}</span>}
      </th>
      <ReachCells {...{ right, reach, onWrite }} />
    </tr>
  );
}

const KNOW_NO_RESTRICTED: readonly Right[] = [...HOUSE_RIGHTS, ...STAFF_RIGHTS, ...PLANNED_WORK_RIGHTS];

/** A right over the house is there or not; one over colleagues or planned work knows no restricted requests. */
function ReachCells({ right, reach, onWrite }: Pick<Props, 'onWrite'> & { right: Right; reach: Reach }) {
  const say = useTexts(roleTexts);
  const write = (ordinary: Scope, restricted: Scope) => onWrite?.(right, { ordinary, restricted });
  const isWhole = KNOW_NO_RESTRICTED.includes(right);
  const scopes = HOUSE_RIGHTS.includes(right) ? (['all', 'none'] as const) : SCOPES;
  const cell = { right, isFixed: onWrite === null };
  if (isWhole)
    return (
      <td colSpan={2}>
        <ScopeCell {...cell} which="ordinary" scope={reach.ordinary} {...{ scopes }} onWrite={(to) => write(to, to)} />
      </td>
    );
  return (
    <>
      <td data-which={say('ordinary')}>
        <ScopeCell
          {...cell}
          which="ordinary"
          scope={reach.ordinary}
          {...{ scopes }}
          // Who sees less of the ordinary sees no more of the restricted than that.
          onWrite={(to) => write(to, narrower(to, reach.restricted))}
        />
      </td>
      <td data-which={say('restricted')}>
        <ScopeCell
          {...cell}
          which="restricted"
          scope={reach.restricted}
          scopes={SCOPES.filter((scope) => narrower(scope, reach.ordinary) === scope)}
          onWrite={(to) => write(reach.ordinary, to)}
        />
      </td>
    </>
  );
}

function narrower(one: Scope, other: Scope): Scope {
  return SCOPES[Math.max(SCOPES.indexOf(one), SCOPES.indexOf(other))]!;
}

interface CellProps {
  right: Right;
  which: 'ordinary' | 'restricted';
  scope: Scope;
  scopes: readonly Scope[];
  isFixed: boolean;
  onWrite: (scope: Scope) => void;
}

function ScopeCell({ right, which, scope, scopes, isFixed, onWrite }: CellProps) {
  const say = useTexts(roleTexts);
  const sayRight = useTexts(rightTexts);
  const sayScope = useTexts(scopeTexts);
  const isOverTheHouse = HOUSE_RIGHTS.includes(right);
  const words = (each: Scope) => (isOverTheHouse ? say(each === 'none' ? 'hasNot' : 'has') : sayScope(each));
  if (isFixed) return <>{words(scope)}</>;
  return (
    <NativeSelect
      aria-label={say(`cell.${which}`, { right: sayRight(right) })}
      value={scope}
      data={scopes.map((value) => ({ value, label: words(value) }))}
      onChange={(event) => onWrite(event.currentTarget.value as Scope)}
    />
  );
}
