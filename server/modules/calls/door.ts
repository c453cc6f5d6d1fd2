export { CALL_PURPOSES } from './call.ts';
export type { Call, CallPurpose } from './call.ts';
export { endCall, recordRequestFromCall, takeCall } from './actions/take-call.ts';
export type { TakeCall } from './actions/take-call.ts';
export { callsOfPhone, callsOfRequest } from './store.ts';
export { callRoutes } from './routes.ts';
