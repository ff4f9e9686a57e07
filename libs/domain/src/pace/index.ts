export { afterAnswer, type EndOfTurn, type HostAnswer, pauseAfter } from './after-answer.js';
export { type HostPace, pagesToday, type PaceRules, utcDay } from './host-pace.js';
export { leaveToAsk, type Leave, whileAsked } from './leave-to-ask.js';
