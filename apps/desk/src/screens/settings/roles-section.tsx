import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RoleShown } from '../../../../../contract/staff.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useRoles } from './post-fields.tsx';
import { RoleDocument } from './role-document.tsx';
import { roleTexts } from './role-texts.ts';
import { NEW, SectionFrame } from './section-frame.tsx';
import { SECTION_PATHS } from './setting-texts.ts';

/** What people here may do: the ready roles to read, the municipality's own to write. */
export function RolesSection({ item }: { item: string | undefined }) {
  const say = useTexts(roleTexts);
  const { language } = useSettings();
  const navigate = useNavigate();
  const asked = useRoles();
  const roles = asked.data ?? [];
  const [base, setBase] = useState('clerk');
  const goTo = (code: string) => void navigate({ to: `/yonetim/${SECTION_PATHS.roles}/${code}` });
  const on = roles.find(({ code }) => code === base);
  const open = item === NEW ? on && newRole(on) : roles.find(({ code }) => code === item);
  return (
    <SectionFrame
      section="roles"
      items={asked.data?.map(({ code, name, nameEn, ready, active }) => ({
        id: code,
        label: language === 'tr' ? name : nameEn,
        more: ready ? say('ready') : undefined,
        inactive: !active,
      }))}
      openId={item}
      error={asked.error}
      onNew={() => goTo(NEW)}
    >
      {open && (
        <RoleDocument
          key={`${item} ${open.base}`}
          saved={open}
          roles={roles}
          onSaved={goTo}
          onBuild={(code) => {
            setBase(code);
            goTo(NEW);
          }}
        />
      )}
    </SectionFrame>
  );
}

function newRole({ base, rights }: RoleShown): RoleShown {
  return { code: '', base, name: '', nameEn: '', rights, active: true, ready: false, version: 0 };
}
