import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RoleShown } from '../../../../../contract/staff.ts';
import { fold } from '../../../../../text/turkish.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { RightsTable } from './rights-table.tsx';
import { RolePreview } from './role-preview.tsx';
import { roleTexts } from './role-texts.ts';
import { SECTION_PATHS } from './setting-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import { useStaff } from './use-staff.ts';
import styles from './settings.module.css';

interface Props {
  saved: RoleShown;
  roles: readonly RoleShown[];
  onSaved: (code: string) => void;
  /** Begins a new role on the ready one of this code. */
  onBuild: (base: string) => void;
}

/** One role: what it is called, what it may, who is in it, what somebody would see; then what changes, and what it was before. */
export function RoleDocument({ saved, roles, onSaved, onBuild }: Props) {
  const say = useTexts(roleTexts);
  const { language } = useSettings();
  const edit = useEdit(saved);
  const isNew = saved.version === 0 && !saved.ready;
  const role = isNew ? { ...edit.value, code: codeFrom(edit.value.name) } : edit.value;
  const base = roles.find(({ code }) => code === role.base)!;
  const { ready: _, ...body } = role;
  const save = usePublish(
    (reason) => api.put<RoleShown>(`/api/v1/roles/${role.code}`, { ...body, ...(reason && { reason }) }),
    {
      keys: ['roles'],
      onSaved: ({ code }) => {
        edit.undo();
        if (isNew) onSaved(code);
      },
    },
  );
  const nameOf = ({ name, nameEn }: RoleShown) => (language === 'tr' ? name : nameEn);
  return (
    <div className={styles.document}>
      <h1>{isNew ? say('newTitle') : nameOf(saved)}</h1>
      {saved.ready ? (
        <ReadyRole onBuild={() => onBuild(saved.code)} />
      ) : (
        <Names {...{ role, roles, isNew, onBuild }} base={nameOf(base)} write={edit.write} />
      )}
      <RightsTable
        rights={role.rights}
        base={base.rights}
        onWrite={saved.ready ? null : (right, reach) => edit.write({ rights: { ...role.rights, [right]: reach } })}
      />
      {!isNew && <Bearers code={saved.code} />}
      <RolePreview role={role} />
      {!saved.ready && <Publish before={saved} after={role} save={save} onUndo={edit.undo} />}
      {!saved.ready && <RevisionList path={`/api/v1/roles/${saved.code}/revisions`} version={saved.version} />}
    </div>
  );
}

/** Never seen by anybody but programs; two roles of one name would be two people's mistake anyway. */
function codeFrom(name: string): string {
  const code = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return code.slice(0, 40);
}

function ReadyRole({ onBuild }: { onBuild: () => void }) {
  const say = useTexts(roleTexts);
  return (
    <div className={styles.line}>
      <p className="hs-meta">{say('ready.hint')}</p>
      <Button onClick={onBuild}>{say('build')}</Button>
    </div>
  );
}

interface NamesProps {
  role: RoleShown;
  roles: readonly RoleShown[];
  isNew: boolean;
  base: string;
  write: (part: Partial<RoleShown>) => void;
  onBuild: (base: string) => void;
}

function Names({ role, roles, isNew, base, write, onBuild }: NamesProps) {
  const say = useTexts(roleTexts);
  const { language } = useSettings();
  const isTaken = isNew && roles.some(({ code }) => code === role.code);
  return (
    <>
      {isNew ? (
        <NativeSelect
          label={say('base')}
          value={role.base}
          data={roles
            .filter(({ ready }) => ready)
            .map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn }))}
          onChange={(event) => onBuild(event.currentTarget.value)}
        />
      ) : (
        <p className="hs-meta">{say('base.is', { base })}</p>
      )}
      <div className={styles.two}>
        <TextInput
          label={say('name')}
          maxLength={60}
          value={role.name}
          error={isTaken ? say('taken') : undefined}
          onChange={(event) => write({ name: event.currentTarget.value })}
        />
        <TextInput
          label={say('nameEn')}
          maxLength={60}
          value={role.nameEn}
          onChange={(event) => write({ nameEn: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={say('active')}
        checked={role.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
    </>
  );
}

function Bearers({ code }: { code: string }) {
  const say = useTexts(roleTexts);
  const people = (useStaff().data ?? []).filter(({ role, active }) => active && role === code);
  return (
    <section>
      <h2>{say('bearers')}</h2>
      {people.length === 0 ? (
        <p className="hs-meta">{say('bearers.none')}</p>
      ) : (
        <ul className={styles.plainList}>
          {people.map(({ id, name, unit, directorate }) => (
            <li key={id}>
              <Link to={`/yonetim/${SECTION_PATHS.staff}/${id}` as string}>{name}</Link>{' '}
              <span className="hs-meta">{unit ?? directorate}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
