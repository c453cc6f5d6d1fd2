import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { StaffMember } from '../../../../../contract/staff.ts';
import { api } from '../../kit/api.ts';
import { useTexts } from '../../kit/texts.ts';
import { roleTexts } from '../../shell/role-texts.ts';
import { NEW, SectionFrame } from './section-frame.tsx';
import { SECTION_PATHS } from './setting-texts.ts';
import { NewStaffDocument, StaffDocument } from './staff-document.tsx';
import { useDirectorates } from './topics-section.tsx';

/** Who works here, as what, and for which directorate. */
export function StaffSection({ item }: { item: string | undefined }) {
  const sayRole = useTexts(roleTexts);
  const navigate = useNavigate();
  const directorates = useDirectorates();
  const asked = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => api.get<StaffMember[]>('/api/v1/staff', {}, signal),
  });
  const open = asked.data?.find(({ id }) => id === item);
  const goTo = (id: string) => void navigate({ to: `/yonetim/${SECTION_PATHS.staff}/${id}` });
  return (
    <SectionFrame
      section="staff"
      items={asked.data?.map(({ id, name, role, directorate, active }) => ({
        id,
        label: name,
        more: [sayRole(role), directorate].filter(Boolean).join(' · '),
        inactive: !active,
      }))}
      openId={item}
      error={asked.error}
      onNew={() => goTo(NEW)}
    >
      {item === NEW && <NewStaffDocument directorates={directorates} onSaved={goTo} />}
      {open && <StaffDocument key={open.id} saved={open} directorates={directorates} />}
    </SectionFrame>
  );
}
