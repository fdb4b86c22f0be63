import type { NoticeKind } from '../../../domain/notices/kind.ts';
import { epochMsOf } from '../../../domain/time/instant.ts';
import { sendToOwn } from '../../../platform/outgoing/guard.ts';
import type { SmsGateway } from '../../../platform/sms-gateway.ts';
import { templateFor } from '../../../platform/sms-gateway.ts';
import { answerCodeOf } from './answer-code.ts';
import type { AddressOf, NoticeChannel } from './channel.ts';
import { DeliveryError } from './channel.ts';
import { postMessage } from './http-post.ts';
import { smsRequestOf } from './sms-request.ts';

export interface SmsChannel extends NoticeChannel<AddressOf<'telephone'>> {
  /** Whether the gateway has a template for a kind of notice. */
  takes(kind: NoticeKind): boolean;
  /** Whether it has one for several notices in one message. */
  readonly takesSeveral: boolean;
}

/** Short messages through whatever gateway a bureau has: case number and the station's telephone, no personal data. */
export function createSmsChannel(gateway: SmsGateway): SmsChannel {
  const { templates, verdict } = gateway;
  return {
    takesSeveral: templates.several !== undefined,
    takes: (kind) => templateFor(gateway, kind) !== undefined,
    async send({ id, to, at, notices, stationTelephone, dueDate }) {
      const [first] = notices;
      const templateId = notices.length > 1 ? templates.several : templateFor(gateway, first.kind);
      if (templateId === undefined) {
        const message = notices.length > 1 ? '短信网关没有多条通知的模板。' : '短信网关没有此类通知的模板。';
        throw new DeliveryError({ kind: 'permanent', code: 'no_template', message });
      }
      const answer = await postMessage(sendToOwn, gateway.url, {
        ...smsRequestOf(gateway, {
          telephone: to.telephone,
          templateId,
          outId: id,
          caseNo: first.caseNo ?? '',
          stationTelephone: stationTelephone ?? '',
          dueDate: dueDate ?? '',
          count: String(notices.length),
          timestamp: String(Math.floor(epochMsOf(at) / 1000)),
        }),
      });
      if (verdict === undefined) return;
      const code = answerCodeOf(answer.text, verdict.field);
      if (verdict.taken.includes(code)) return;
      const kind = verdict.refused.includes(code) ? 'permanent' : 'temporary';
      const message =
        kind === 'permanent' ? `短信网关拒绝发送（${code}）。` : `短信网关暂不接收（${code}）。`;
      throw new DeliveryError({ kind, code: `sms_${code}`, message });
    },
  };
}
