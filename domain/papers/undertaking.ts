/**
 * 承诺书: what the applicant undertakes in writing (§7). The form prints it in full and the applicant signs below it;
 * whoever shows the form on a screen shows the same words.
 */
export const undertakingClauses = [
  '本人填写的内容和提交的材料真实、准确、完整，影像件、复印件与原件一致。',
  '本人跨省居住以及无法取得居民户口簿的情况属实。',
  '受理地派出所已告知本人可选择户籍类证明“跨省通办”服务；户籍地派出所收到材料后在5个工作日内查证；' +
    '身份无法查证或者查证信息不一致的，须前往户籍地派出所申请办理。本人自愿选择“跨省通办”服务。',
  '本人同意受理地和户籍地公安机关为办理本次申请查询、核验、传输和留存本人的身份信息、户籍登记信息和申请材料。',
  '本人将依法使用所领取的证明，不涂改、不转借、不用于违法活动。',
  '如有隐瞒真实情况、提供虚假材料的，本人愿意依法承担相应的法律责任，已出具的证明可以作废。',
] as const;
