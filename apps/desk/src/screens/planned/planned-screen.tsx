/** The municipality's own work by its day: late first, then this week, later, and what was ended lately. Each is done or skipped on a key. */
import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PlannedJob, PlannedJobs } from '../../../../../contract/planned-work.ts';
import { JOB_WHEN } from '../../../../../contract/planned-work.ts';
import { AskedState } from '../../kit/asked-state.tsx';
import { reach, useMe } from '../../kit/session.ts';
import { useTexts } from '../../kit/texts.ts';
import { useRuleNames } from '../settings/routing/use-rule-names.ts';
import { Did } from './did-line.tsx';
import { JobRow } from './job-row.tsx';
import type { Asking, JobAct } from './planned-data.ts';
import { useJobAct, usePlannedJobs } from './planned-data.ts';
import { plannedTexts } from './planned-texts.ts';
import { useJobKeys } from './use-job-keys.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './planned.module.css';

export function PlannedScreen() {
  const say = useTexts(plannedTexts);
  const asked = usePlannedJobs();
  const page = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState('all');
  const [at, setAt] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [did, setDid] = useState<JobAct | null>(null);
  const act = useJobAct((what) => {
    setDid(what);
    setAsking(null);
  });
  const jobs = useShown(asked.data, shown);
  const current = jobs.find(({ id }) => id === at) ?? jobs.find(({ state }) => state === 'due');
  // A second key on the same job is a slip; one on the next is work, and must not be lost because the first is still on its way.
  const isUnderWay = ({ job }: JobAct) => act.isPending && act.variables.job.id === job.id;
  const run = (what: JobAct) => !isUnderWay(what) && act.mutate(what);
  useJobKeys(page, { current, did, run, ask: setAsking });
  return (
    <div className={plain.page} ref={page}>
      <Head data={asked.data} shown={shown} onShow={setShown} />
      <AskedState asked={asked} loading={say('loading')} />
      <Did did={did} error={asking === null ? act.error : null} onUndo={run} />
      {asked.isSuccess && <Lead jobs={jobs} isFiltered={shown !== 'all'} />}
      {JOB_WHEN.map((when) => (
        <Group
          key={when}
          name={when}
          jobs={jobs.filter((job) => job.when === when)}
          {...{ asking, current, run }}
          today={asked.data?.today ?? ''}
          error={act.error}
          onAsk={setAsking}
          onAt={setAt}
        />
      ))}
      {asked.data?.more && <p className="hs-meta">{say('more')}</p>}
    </div>
  );
}

function useShown(data: PlannedJobs | undefined, shown: string): PlannedJob[] {
  const { id } = useMe();
  const jobs = data?.jobs ?? [];
  if (shown === 'all') return jobs;
  return jobs.filter((job) => (shown === 'mine' ? job.person?.id === id : job.directorate === shown));
}

interface HeadProps {
  data: PlannedJobs | undefined;
  shown: string;
  onShow: (shown: string) => void;
}

function Head({ data, shown, onShow }: HeadProps) {
  const say = useTexts(plannedTexts);
  const me = useMe();
  const { names } = useRuleNames();
  const directorates = [...new Set(data?.jobs.map(({ directorate }) => directorate))].sort();
  return (
    <header className={styles.head}>
      <h1>{say('title')}</h1>
      <NativeSelect
        aria-label={say('show')}
        value={shown}
        data={[
          { value: 'all', label: say('show.all') },
          { value: 'mine', label: say('show.mine') },
          ...(directorates.length > 1
            ? directorates.map((code) => ({ value: code, label: names.directorate(code) }))
            : []),
        ]}
        onChange={(event) => onShow(event.currentTarget.value)}
      />
      {reach(me, 'planned-work-plan') !== 'none' && <Link to={'/is-planlari' as string}>{say('plans')}</Link>}
    </header>
  );
}

function Lead({ jobs, isFiltered }: { jobs: readonly PlannedJob[]; isFiltered: boolean }) {
  const say = useTexts(plannedTexts);
  const count = (when: string) => jobs.filter((job) => job.when === when).length;
  if (jobs.length > 0)
    return <p className={plain.lead}>{say('lead', { late: count('late'), week: count('this-week'), later: count('later') })}</p>; // prettier-ignore
  return isFiltered ? (
    <p className={plain.lead}>{say('none.filter')}</p>
  ) : (
    <>
      <p className={plain.lead}>{say('none')}</p>
      <p className="hs-meta">{say('none.hint')}</p>
    </>
  );
}

interface GroupProps {
  name: PlannedJob['when'];
  jobs: readonly PlannedJob[];
  current: PlannedJob | undefined;
  asking: Asking | null;
  today: string;
  error: Error | null;
  run: (what: JobAct) => void;
  onAsk: (asking: Asking | null) => void;
  onAt: (id: string) => void;
}

function Group({ name, jobs, current, asking, ...rest }: GroupProps) {
  const say = useTexts(plannedTexts);
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby={`planned-${name}`}>
      <h2 id={`planned-${name}`}>{say(`group.${name}`, { n: jobs.length })}</h2>
      <ul className={plain.list}>
        {jobs.map((job) => (
          <JobRow
            key={job.id}
            job={job}
            isCurrent={job.id === current?.id}
            asking={asking?.id === job.id ? asking : null}
            {...rest}
          />
        ))}
      </ul>
    </section>
  );
}
