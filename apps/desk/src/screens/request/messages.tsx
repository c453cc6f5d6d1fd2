import type { MessageView } from '../../../../../contract/messages.ts';
import { formatDateTime, formatMoney } from '../../../../../text/format.ts';
import { useMessages } from '../../case/case-data.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { messageTexts } from './message-texts.ts';
import { requestTexts } from './request-texts.ts';
import styles from './facts.module.css';

/** What the citizen was sent, and whether it arrived. */
export function Messages({ id }: { id: string }) {
  const say = useTexts(requestTexts);
  const refusalText = useRefusalText();
  const messages = useMessages(id);
  if (messages.isError) return <p className="hs-problem">{refusalText(messages.error)}</p>;
  if (messages.data === undefined) return null;
  if (messages.data.length === 0) return <p className="hs-meta">{say('messages.none')}</p>;
  return (
    <ul className={styles.plain}>
      {messages.data.map((message) => (
        <MessageLine key={message.id} message={message} />
      ))}
    </ul>
  );
}

function MessageLine({ message }: { message: MessageView }) {
  const say = useTexts(requestTexts);
  const sayMessage = useTexts(messageTexts);
  const { language } = useSettings();
  const { channel, state, segments, costKurus, createdAt, body, address } = message;
  const known = Object.hasOwn(messageTexts.tr, `state.${state}`);
  const size = segments === null ? null : say('message.segments', { n: segments });
  const cost = costKurus === null ? null : formatMoney(costKurus, language);
  return (
    <li>
      <details>
        <summary>
          {sayMessage(`channel.${channel}`)} · {known ? sayMessage(`state.${state}` as 'state.queued') : state}
        </summary>
        <p className={styles.messageBody}>{body}</p>
      </details>
      <p className="hs-meta">
        {[
          formatDateTime(new Date(createdAt), language, { short: true }),
          address,
          channel === 'sms' ? size : null,
          cost,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
