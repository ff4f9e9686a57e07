import { DEVICE_STEPS, type Device, type DeviceStep } from '@octavo/contracts';

const WORDS: Record<DeviceStep, string> = {
  'sign-in': 'Sign-in',
  initialization: 'Initialisation',
  oidc: 'OpenID Connect',
  sync: 'Sync',
  metadata: 'Metadata',
  download: 'Download',
};

export interface StepTaken {
  step: DeviceStep;
  words: string;
  /** When it was last taken; undefined where it never was. */
  at: string | undefined;
}

/** All steps of a sync in their order, with when each was last taken. */
export function stepsTaken(steps: Device['steps']): StepTaken[] {
  return DEVICE_STEPS.map((step) => ({ step, words: WORDS[step], at: steps.find((taken) => taken.step === step)?.at }));
}
