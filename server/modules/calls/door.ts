export { CALL_PURPOSES } from './call.ts';
export type { Call, CallPurpose, FormLink } from './call.ts';
export { FoiFormAsked } from './facts.ts';
export { endCall, recordRequestFromCall, takeCall } from './actions/take-call.ts';
export type { TakeCall } from './actions/take-call.ts';
export { sendFormLink } from './actions/send-form-link.ts';
export type { SendFormLink } from './actions/send-form-link.ts';
export { callsOfPhone, callsOfRequest, formLinkById } from './store.ts';
export { callRoutes } from './routes.ts';
