/** Where somebody stands in the house: the role, and the directorate, unit or directorates that go with it. */
import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RoleShown, StaffMember, Unit } from '../../../../../contract/staff.ts';
import { useDirectorates } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';

const texts = defineTexts(
  {
    name: 'Adı soyadı',
    email: 'Belediye e-postası (sabah e-postası buraya gider)',
    role: 'Görevi',
    directorate: 'Müdürlüğü',
    unit: 'Birimi',
    'unit.none': 'müdürlüğün tamamı',
    looksAfter: 'Bağlı müdürlükler',
    none: 'yok',
  },
  {
    name: 'Full name',
    email: 'Work e-mail (the morning mail goes there)',
    role: 'Role',
    directorate: 'Directorate',
    unit: 'Unit',
    'unit.none': 'the whole directorate',
    looksAfter: 'Directorates looked after',
    none: 'none',
  },
);

export type Post = Pick<StaffMember, 'name' | 'email' | 'role' | 'directorate' | 'unit' | 'looksAfter'>;

/** Roles change rarely; a new one is there after the next visit of the screen. */
export function useRoles() {
  return useQuery({ queryKey: ['roles'], queryFn: () => api.get<RoleShown[]>('/api/v1/roles'), staleTime: 60_000 });
}

export function useUnits() {
  return useQuery({ queryKey: ['units'], queryFn: () => api.get<Unit[]>('/api/v1/units'), staleTime: 60_000 });
}

interface Props {
  post: Post;
  onWrite: (part: Partial<Post>) => void;
}

export function PostFields({ post, onWrite }: Props) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const roles = (useRoles().data ?? []).filter(({ active, code }) => active || code === post.role);
  const base = roles.find(({ code }) => code === post.role)?.base;
  return (
    <>
      <TextInput
        label={say('name')}
        maxLength={100}
        value={post.name}
        onChange={(event) => onWrite({ name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={say('email')}
        autoComplete="off"
        maxLength={254}
        value={post.email ?? ''}
        onChange={(event) => onWrite({ email: event.currentTarget.value.trim() || null })}
      />
      <NativeSelect
        label={say('role')}
        value={post.role}
        data={roles.map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn }))}
        onChange={(event) => onWrite(postFor(event.currentTarget.value, roles, post))}
      />
      {(base === 'clerk' || base === 'manager') && <WorksFor post={post} onWrite={onWrite} />}
      {base === 'deputy-mayor' && <LooksAfter post={post} onWrite={onWrite} />}
    </>
  );
}

/** What the new role has no place for is emptied, so that it is not sent along unseen. */
function postFor(role: string, roles: readonly RoleShown[], { directorate, unit, looksAfter }: Post): Partial<Post> {
  const base = roles.find(({ code }) => code === role)?.base;
  const works = base === 'clerk' || base === 'manager';
  return {
    role,
    directorate: works ? directorate : null,
    unit: works ? unit : null,
    looksAfter: base === 'deputy-mayor' ? looksAfter : [],
  };
}

function useDirectorateChoices() {
  const { language } = useSettings();
  return (useDirectorates().data ?? [])
    .filter(({ active }) => active)
    .map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn }));
}

function WorksFor({ post, onWrite }: Props) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const units = (useUnits().data ?? []).filter(({ active, directorate }) => active && directorate === post.directorate);
  return (
    <>
      <NativeSelect
        label={say('directorate')}
        value={post.directorate ?? ''}
        data={[{ value: '', label: say('none') }, ...useDirectorateChoices()]}
        onChange={(event) => onWrite({ directorate: event.currentTarget.value || null, unit: null })}
      />
      {units.length > 0 && (
        <NativeSelect
          label={say('unit')}
          value={post.unit ?? ''}
          data={[
            { value: '', label: say('unit.none') },
            ...units.map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn })),
          ]}
          onChange={(event) => onWrite({ unit: event.currentTarget.value || null })}
        />
      )}
    </>
  );
}

function LooksAfter({ post, onWrite }: Props) {
  const say = useTexts(texts);
  return (
    <MultiSelect
      label={say('looksAfter')}
      data={useDirectorateChoices()}
      value={post.looksAfter}
      searchable
      onChange={(looksAfter) => onWrite({ looksAfter })}
    />
  );
}
