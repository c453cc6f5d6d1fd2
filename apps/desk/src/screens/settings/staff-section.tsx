import { useNavigate } from '@tanstack/react-router';
import { useSettings } from '../../kit/settings.ts';
import { useRoles } from './post-fields.tsx';
import { NEW, SectionFrame } from './section-frame.tsx';
import { SECTION_PATHS } from './setting-texts.ts';
import { NewStaffDocument, StaffDocument } from './staff-document.tsx';
import { useStaff } from './use-staff.ts';

/** Who works here, as what, and for which directorate. */
export function StaffSection({ item }: { item: string | undefined }) {
  const { language } = useSettings();
  const roles = useRoles().data ?? [];
  const nameOf = (code: string) => {
    const role = roles.find((one) => one.code === code);
    return role && (language === 'tr' ? role.name : role.nameEn);
  };
  const navigate = useNavigate();
  const asked = useStaff();
  const open = asked.data?.find(({ id }) => id === item);
  const goTo = (id: string) => void navigate({ to: `/yonetim/${SECTION_PATHS.staff}/${id}` });
  return (
    <SectionFrame
      section="staff"
      items={asked.data?.map(({ id, name, role, directorate, unit, looksAfter, active }) => ({
        id,
        label: name,
        more: [nameOf(role), unit ?? directorate, looksAfter.join(', ')].filter(Boolean).join(' · '),
        inactive: !active,
      }))}
      openId={item}
      error={asked.error}
      onNew={() => goTo(NEW)}
    >
      {item === NEW && <NewStaffDocument onSaved={goTo} />}
      {open && <StaffDocument key={open.id} saved={open} />}
    </SectionFrame>
  );
}
