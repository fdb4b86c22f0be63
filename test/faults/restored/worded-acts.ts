import type { CaseDriver } from '../../house/case-driver.ts';

/** Hands a dossier over and has it signed for, with the words that the API keeps of either. */
export async function toVerifying(driver: CaseDriver): Promise<void> {
  await driver.act('transmit', { channel: 'platform', addressee: 'liaison_officer' }, { content: {} });
  await driver.act('receive', { n: null, receivedAt: null, pagesReceived: null }, { content: {} });
}

export async function issue(driver: CaseDriver): Promise<void> {
  await driver.act('issue', { consent: null, certificateText: null }, { content: {} });
  await driver.waitUntil('issued', ({ status }) => status === 'issued');
}

export async function hand(driver: CaseDriver): Promise<void> {
  await driver.act('notify', {}, { content: { method: 'telephone' } });
  await driver.act('collect', {}, { content: { collectedBy: 'applicant' } });
}
