/** Takes what is filtered out of the house, so it asks why, and says that this is written down. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import type { AuditFilter } from './audit-data.ts';
import { useAuditExport } from './audit-data.ts';
import { auditTexts } from './audit-texts.ts';
import styles from './audit.module.css';

export function ExportAsk({ filter }: { filter: AuditFilter }) {
  const say = useTexts(auditTexts);
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const close = () => {
    setAsking(false);
    setReason('');
  };
  const save = useAuditExport(close);
  useShortcut('S', say('export'), () => setAsking(true), { when: !asking });
  useShortcut('Escape', say('export.cancel'), close, { when: asking, whileTyping: true });
  if (!asking)
    return (
      <Button onClick={() => setAsking(true)}>
        {say('export')} <kbd className="hs-key">S</kbd>
      </Button>
    );
  return (
    <form
      className={styles.export}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ ...filter, reason });
      }}
    >
      <TextInput
        label={say('export.why')}
        description={say('export.logged')}
        value={reason}
        maxLength={300}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {save.isError && <p className="hs-problem">{refusalText(save.error)}</p>}
      <div className={styles.line}>
        <Button type="submit" variant="filled">
          {save.isPending ? say('export.busy') : say('export.go')}
        </Button>
        <Button onClick={close}>{say('export.cancel')}</Button>
      </div>
    </form>
  );
}
