import type { PersonalChannel } from '../domain/notices/channel.ts';
import type { Config } from './config.ts';
import { parseSmsGateway, templateFor } from './sms-gateway.ts';

/**
 * Which of the channels that lead to a person take escalations, by the settings: for whoever opens no channels himself.
 * @throws {Error} that names the setting at fault.
 */
export function escalationChannelsIn({
  smtpUrl,
  mailFrom,
  smsGateway,
}: Config['notices']): ReadonlySet<PersonalChannel> {
  const open = new Set<PersonalChannel>();
  if (smtpUrl !== undefined && mailFrom !== undefined) open.add('email');
  if (smsGateway !== undefined && templateFor(parseSmsGateway(smsGateway), 'escalation') !== undefined) {
    open.add('sms');
  }
  return open;
}
