/** One entry as a sentence: who did what to what, why, and folded beneath it what else is known. */
import { Link } from '@tanstack/react-router';
import type { AuditEntryShown } from '../../../../../contract/audit.ts';
import { formatTime } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { auditTexts } from './audit-texts.ts';
import { detailTexts } from './detail-words.ts';
import styles from './audit.module.css';

export function EntryRow({ entry }: { entry: AuditEntryShown }) {
  const say = useTexts(auditTexts);
  const { language } = useSettings();
  const at = new Date(entry.at);
  const { reason, reasonForgotten } = entry;
  return (
    <li className={styles.row}>
      <time className="hs-meta" dateTime={entry.at}>
        {formatTime(at, language)}
      </time>
      <div className={styles.what}>
        <p>
          <strong>{useLead(entry)}</strong> {entry.actWords[language]}
          <Subject entry={entry} />
        </p>
        {reason !== null && <p>{say('reason', { words: reason })}</p>}
        {reasonForgotten && <p className="hs-meta">{say('reason.forgotten')}</p>}
      </div>
      <Detail entry={entry} />
    </li>
  );
}

/** The house writes these down about somebody who is not signed in yet, or no more; the sentence is about them. */
const OWN_DOING: readonly string[] = ['signed-in', 'signed-out', 'sign-in-failed'];

function useLead({ who, act, subjectName }: AuditEntryShown): string {
  const say = useTexts(auditTexts);
  if (who.kind === 'staff') return who.name ?? say('gone');
  if (who.kind === 'citizen') return say('citizen');
  return (OWN_DOING.includes(act) ? subjectName : null) ?? say('system');
}

/** Where what it was about is shown, for those that have a page. */
const PAGES: Record<string, string> = {
  request: '/isler/',
  'staff-member': '/yonetim/calisanlar/',
  topic: '/yonetim/konular/',
  role: '/yonetim/gorevler/',
  directorate: '/yonetim/mudurlukler/',
  unit: '/yonetim/birimler/',
};

/** A number or a name says by itself what it is of. */
const KNOWN_BY_SIGHT: readonly string[] = ['request', 'staff-member'];

function Subject({ entry }: { entry: AuditEntryShown }) {
  const { language } = useSettings();
  const { act, subjectKind, subjectWords, subjectId, subjectName } = entry;
  // Of a search the subject is only a digest of what was asked for.
  if (subjectName === null || subjectId === null || subjectKind === 'audit' || OWN_DOING.includes(act)) return null;
  const page = PAGES[subjectKind];
  return (
    <>
      {' · '}
      {!KNOWN_BY_SIGHT.includes(subjectKind) && `${subjectWords[language]}: `}
      {page === undefined ? (
        <span className={styles.code}>{subjectName}</span>
      ) : (
        <Link to={`${page}${encodeURIComponent(subjectId)}` as string}>{subjectName}</Link>
      )}
    </>
  );
}

function Detail({ entry: { id, seq, act, who, detail } }: { entry: AuditEntryShown }) {
  const say = useTexts(auditTexts);
  const sayDetail = useTexts(detailTexts);
  const known = Object.entries(detail);
  const nameOf = (key: string) => (Object.hasOwn(detailTexts.tr, key) ? sayDetail(key as 'as') : key);
  return (
    <details className={styles.detail}>
      <summary className="hs-meta">{say('detail')}</summary>
      <dl>
        {known.map(([key, value]) => (
          <div key={key}>
            <dt>{nameOf(key)}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
        {who.part !== null && (
          <div>
            <dt>{say('part')}</dt>
            <dd>{who.part}</dd>
          </div>
        )}
        <div>
          <dt>{say('code')}</dt>
          <dd>{act}</dd>
        </div>
        <div>
          <dt>{say('entry')}</dt>
          <dd>{id}</dd>
        </div>
        <div>
          <dt>{say('link')}</dt>
          <dd>{seq ?? say('link.none')}</dd>
        </div>
      </dl>
    </details>
  );
}

/** `{from, to}` reads as a change; anything else as it stands. */
function Value({ value }: { value: unknown }) {
  const say = useTexts(detailTexts);
  const plain = (one: unknown): string => {
    if (one === null || one === undefined || one === '') return '–';
    if (typeof one === 'boolean') return say(one ? 'yes' : 'no');
    if (Array.isArray(one)) return one.map(plain).join(', ') || '–';
    return typeof one === 'object' ? JSON.stringify(one) : String(one);
  };
  if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value)
    return (
      <>
        <del>{plain(value.from)}</del> → <ins>{plain(value.to)}</ins>
      </>
    );
  return plain(value);
}
