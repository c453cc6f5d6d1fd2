/** When one is away and for whom one stands in, as one's own profile says it. */
import { Link } from '@tanstack/react-router';
import type { Absence } from '../../../../../contract/absences.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import plain from '../../shell/plain-page.module.css';
import { useAbsences } from './absences-data.ts';
import { absencesTexts } from './absences-texts.ts';

export function OwnAbsences() {
  const say = useTexts(absencesTexts);
  const { language } = useSettings();
  const me = useMe();
  const asked = useAbsences();
  const own = (asked.data?.absences ?? []).filter(
    ({ staffId, delegateId }) => staffId === me.id || delegateId === me.id,
  );
  const line = ({ staffId, name, delegateName, from, to }: Absence) => {
    const days = say('days', { from: formatDay(from, language), to: formatDay(to, language) });
    if (staffId !== me.id) return say('own.standIn', { name, days });
    return delegateName === null ? say('own.alone', { days }) : say('own.away', { days, name: delegateName });
  };
  return (
    <>
      {asked.isSuccess && own.length === 0 && <p>{say('own.none')}</p>}
      <ul className={plain.list}>
        {own.map((absence) => (
          <li key={absence.id}>{line(absence)}</li>
        ))}
      </ul>
      <Link to="/izinler">{say('own.open')}</Link>
    </>
  );
}
