/** What the rest of the house may know of telling people. */
export { seedTexts, changeText } from './actions/change-text.ts';
export { resend } from './actions/resend.ts';
export { correspondenceReactions } from './reactions.ts';
export { correspondenceRoutes } from './routes.ts';
export { startOutbox } from './outbox.ts';
export type { Outbox } from './outbox.ts';
export { previewMessage } from './preview-message.ts';
export { relayRound } from './relay.ts';
export { askForReceipts, takeReceipts } from './receipts.ts';
export { gatewaysInUse } from './gateways-in-use.ts';
export type { Gateways } from './gateways-in-use.ts';
export { startSimulators, SIMULATED_ACCOUNTS } from './gateways/simulators.ts';
export type { Simulators } from './gateways/simulators.ts';
export { earliestWaiting, messagesOfRequest, newestMessages, outboxCounts } from './store.ts';
export type { Message, MessageState } from './message.ts';
export { TEXT_FIELDS, TEXT_KEYS } from './texts.ts';
export type { MessageText, TextKey } from './texts.ts';
export { UNLESS, WHO_IS_TOLD } from './who-is-told.ts';
