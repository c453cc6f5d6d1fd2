import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Finding } from '../../../../../contract/oversight.ts';
import { formatDateTime } from '../../../../../text/format.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useDismissal } from './watch-data.ts';
import { watchTexts } from './watch-texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './watch.module.css';

export function FindingRow({ finding }: { finding: Finding }) {
  const say = useTexts(watchTexts);
  const { language } = useSettings();
  const [open, setOpen] = useState(false);
  const { requestId, text, shownNumber, directorates, since, again } = finding;
  const more = [
    shownNumber,
    directorates.join(', '),
    say('since', { time: formatDateTime(new Date(since), language, { short: true }) }),
    again > 0 ? say('again', { n: again }) : null,
  ].filter(Boolean);
  return (
    <li className={plain.row}>
      <Link to={`/isler/${requestId}` as string} className={plain.said}>
        <span className={plain.words}>{text ?? say('restricted')}</span>
        <span className={plain.more}>{more.join(' · ')}</span>
      </Link>
      {open ? (
        <DismissForm finding={finding} onClose={() => setOpen(false)} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {say('dismiss')}
        </Button>
      )}
    </li>
  );
}

function DismissForm({ finding: { requestId, kind }, onClose }: { finding: Finding; onClose: () => void }) {
  const say = useTexts(watchTexts);
  const refusalText = useRefusalText();
  const [reason, setReason] = useState('');
  const dismissal = useDismissal(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '' && !dismissal.isPending) dismissal.mutate({ requestId, kind, reason: reason.trim() });
  };
  return (
    <form className={styles.dismiss} onSubmit={submit}>
      <TextInput
        label={say('dismiss.why')}
        maxLength={500}
        autoFocus
        value={reason}
        error={dismissal.error ? refusalText(dismissal.error) : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Button type="submit" size="compact-sm">
        {say('dismiss.save')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onClose}>
        {say('cancel')}
      </Button>
    </form>
  );
}
