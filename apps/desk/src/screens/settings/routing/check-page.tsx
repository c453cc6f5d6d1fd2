import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { RulesInForce, RulesReport } from '../../../../../../contract/routing.ts';
import { api } from '../../../kit/api.ts';
import { useRefusalText } from '../../../kit/refusal-texts.ts';
import { isRefusal } from '../../../kit/refusal.ts';
import { useShortcut } from '../../../kit/shortcuts.ts';
import { useTexts } from '../../../kit/texts.ts';
import { withReason } from '../../../kit/with-reason.ts';
import styles from '../settings.module.css';
import { checkTexts } from './check-texts.ts';
import { ConflictReport, CoverageReport } from './conflict-report.tsx';
import { DryRunView } from './dry-run-view.tsx';
import own from './routing.module.css';
import { RuleDiff } from './rule-diff.tsx';
import { RuleRevisions } from './rule-revisions.tsx';
import type { RuleNames } from './rule-words.ts';
import { useDryRun } from './use-dry-run.ts';
import type { DryRun } from './use-dry-run.ts';
import type { WrittenRules } from './use-rules.ts';
import { RULES_PATH } from './use-rules.ts';

interface Props {
  written: WrittenRules;
  inForce: RulesInForce;
  names: RuleNames;
  mayChange: boolean;
}

/** Before rules bind anybody: what changes, what contradicts, what a year would have looked like, and only then the button. */
export function CheckPage({ written, inForce, names, mayChange }: Props) {
  const say = useTexts(checkTexts);
  const dryRun = useDryRun(written.rules);
  const report = useQuery({
    queryKey: ['routing-report', written.rules, inForce.version],
    queryFn: () => api.post<RulesReport>(`${RULES_PATH}/report`, { rules: written.rules }),
    enabled: mayChange,
    placeholderData: (before) => before,
  });
  return (
    <article className={styles.document}>
      <h1>{say('title')}</h1>
      <section className={own.section}>
        <h2>{say('changes')}</h2>
        <RuleDiff before={inForce.rules} after={written.rules} names={names} />
      </section>
      {report.data && <ConflictReport report={report.data} rules={written.rules} names={names} />}
      {mayChange && (
        <DryRunView
          dryRun={dryRun}
          rules={written.rules}
          names={names}
          isFaulty={(report.data?.faults.length ?? 0) > 0}
        />
      )}
      {report.data && <CoverageReport report={report.data} names={names} />}
      {mayChange && (
        <PublishRules {...{ written, inForce, dryRun }} decidesAsNow={report.data?.decidesAsNow ?? false} />
      )}
      <RuleRevisions version={inForce.version} names={names} />
    </article>
  );
}

interface PublishProps {
  written: WrittenRules;
  inForce: RulesInForce;
  dryRun: DryRun;
  decidesAsNow: boolean;
}

function PublishRules({ written, inForce, dryRun, decidesAsNow }: PublishProps) {
  const say = useTexts(checkTexts);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [unlooked, setUnlooked] = useState('');
  const asksForAWord = !decidesAsNow && dryRun.looked === null;
  const save = useMutation<RulesInForce, Error, string>({
    mutationFn: withReason((why) =>
      api.put<RulesInForce>(RULES_PATH, {
        ...{ rules: written.rules, version: written.version, reason: why, dryRun: dryRun.looked },
        ...(asksForAWord && unlooked.trim() !== '' && { withoutDryRun: unlooked }),
      }),
    ),
    onSuccess: async (saved) => {
      queries.setQueryData(['routing-rules'], saved);
      written.undo();
      setReason('');
      setUnlooked('');
      await queries.invalidateQueries({ queryKey: ['routing-report'] });
    },
    onError: (error) => {
      if (isRefusal(error, 'changed-meanwhile')) void queries.invalidateQueries({ queryKey: ['routing-rules'] });
    },
  });
  const publish = () => {
    if (!save.isPending && written.isChanged) save.mutate(reason);
  };
  useShortcut('Ctrl+Enter', say('publish'), publish, { whileTyping: true, when: written.isChanged });
  if (!written.isChanged) return <p role="status">{save.isSuccess ? say('published') : ''}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish();
  };
  return (
    <form className={styles.publish} onSubmit={submit} noValidate>
      <h2>{say('publish')}</h2>
      <Problem error={save.error} onGoOn={() => written.goOnOver(inForce.version)} />
      <TextInput
        label={say('reason')}
        description={say('reason.hint')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {asksForAWord && (
        <TextInput
          label={say('withoutDryRun')}
          description={say('withoutDryRun.hint')}
          maxLength={500}
          value={unlooked}
          onChange={(event) => setUnlooked(event.currentTarget.value)}
        />
      )}
      <div className={styles.acts}>
        <Button type="submit" variant="filled">
          {say('publish')} <kbd className="hs-key">Ctrl+Enter</kbd>
        </Button>
        <Button onClick={written.undo}>{say('undo')}</Button>
      </div>
    </form>
  );
}

function Problem({ error, onGoOn }: { error: Error | null; onGoOn: () => void }) {
  const say = useTexts(checkTexts);
  const refusalText = useRefusalText();
  if (error === null) return null;
  const isNewer = isRefusal(error, 'changed-meanwhile');
  const isFaulty = isRefusal(error, 'input-invalid');
  return (
    <div className="hs-problem" role="alert">
      <p>{isNewer ? say('newer') : isFaulty ? say('fixFirst') : refusalText(error)}</p>
      {isNewer && <Button onClick={onGoOn}>{say('goOn')}</Button>}
    </div>
  );
}
