/** Plans of the municipality's own work, a document each, with the days on which it would come. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { NewWorkPlan, WorkPlan } from '../../../../../contract/planned-work.ts';
import { formatDay } from '../../../../../text/format.ts';
import { dayFromToday } from '../../kit/days.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { NEW, SectionFrame } from '../settings/section-frame.tsx';
import { PlanDocument } from './plan-document.tsx';
import { planTexts } from './plan-texts.ts';
import { useWorkPlans } from './planned-data.ts';
import styles from '../settings/settings.module.css';

const PATH = '/is-planlari';

export function PlansScreen() {
  const say = useTexts(planTexts);
  const navigate = useNavigate();
  const { item } = useParams({ strict: false }) as { item?: string };
  const asked = useWorkPlans();
  const itemOf = useItem();
  const plans = asked.data?.plans;
  const mayPlanFor = asked.data?.mayPlanFor ?? null;
  const open = item === NEW ? nothing(mayPlanFor) : plans?.find(({ id }) => id === item);
  const Title = item === undefined ? 'h1' : 'p';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Title className={styles.title}>{say('title')}</Title>
        <Link to={'/planli-isler' as string}>{say('jobs')}</Link>
      </header>
      <SectionFrame
        section={PATH}
        items={plans?.map(itemOf)}
        openId={item}
        error={asked.error}
        onNew={() => void navigate({ to: `${PATH}/${NEW}` as string })}
      >
        {open && asked.isSuccess ? (
          <PlanDocument
            key={item}
            saved={open}
            mayPlanFor={mayPlanFor}
            onAdded={(id) => void navigate({ to: `${PATH}/${id}` as string })}
          />
        ) : (
          <div className={styles.document}>
            <p className="hs-meta">{say('intro')}</p>
          </div>
        )}
      </SectionFrame>
    </div>
  );
}

function useItem() {
  const say = useTexts(planTexts);
  const { language } = useSettings();
  return ({ id, title, directorate, next }: WorkPlan) => {
    const [first] = next;
    const when =
      first === undefined ? say('over') : say('next', { day: formatDay(first.day, language, { short: true }) });
    return { id, label: title, more: `${directorate} · ${when}` };
  };
}

/** Next week, every week: what is changed most seldom is filled in. */
function nothing(mayPlanFor: readonly string[] | null): WorkPlan {
  const plan: Omit<NewWorkPlan, 'directorate'> = {
    ...{ title: '', todo: '', topic: '', unit: null, person: null, neighbourhoods: [], areas: [], street: '' },
    ...{ season: null, onHoliday: 'next-working-day', daysAhead: 14, lastDay: null },
    rhythm: { kind: 'weeks', from: dayFromToday(0), every: 1, weekdays: [1], monthDay: 1, within: null },
  };
  const own = mayPlanFor?.length === 1 ? mayPlanFor[0]! : '';
  return { ...plan, directorate: own, id: '', version: 0, next: [], mayChange: true };
}
