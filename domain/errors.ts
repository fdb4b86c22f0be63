/**
 * The one vocabulary of errors. A code is stable, ends the problem's `type` address and has a line in
 * `docs/errors.md`; the sentence is for people and says what to do next.
 */
export const errorSentences = {
  malformed_request: '请求格式有误，请检查后重新提交。',
  unauthenticated: '请先登录，或更换有效的访问令牌。',
  role_not_allowed: '您的角色不能进行此项操作。',
  unit_not_allowed: '本单位不是本案的办理单位，不能进行此项操作。',
  not_found: '未找到，或不在您的管辖范围内。',
  case_not_found: '未找到该申请件，或不在您的管辖范围内。',
  case_already_accepted: '该申请件已经受理。',
  act_not_allowed: '申请件当前状态不允许此项操作。',
  dossier_not_delivered: '申请材料尚未送达，请稍后再签收。',
  answer_is_negative: '查证结果不一致或无法查证，不能出具证明，应告知申请人前往户籍地办理。',
  answer_is_consistent: '查证结果一致，请先出具证明，再通知申请人领取。',
  issue_in_progress: '证明正在生成，请稍候。',
  certificate_not_issued: '该申请件尚未出具证明。',
  deadline_not_started: '申请材料尚未送达户籍地派出所，查证期限尚未起算。',
  body_too_large: '提交的内容超过大小限制。',
  unsupported_media_type: '不支持的内容类型。',
  validation_failed: '提交的内容有误，请按所列各项一次改正。',
  application_not_eligible: '申请不符合受理条件，请按所列各项一次告知申请人。',
  idempotency_key_reused: '该幂等键已用于另一请求，请更换。',
  internal_error: '系统内部故障，已记录，请稍后重试。',
  service_unavailable: '服务暂时不可用，请稍后重试。',
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof errorSentences;
