interface KindRow {
  readonly title: string;
  /** What a row of the kind says happened. */
  readonly meaning: string;
  /** What harms nobody when it is allowed is recorded when it is refused. */
  readonly recorded: 'always' | 'when_refused';
}

/**
 * What is audited [§8]: reads of personal data, files, exports, administrators' acts, and whatever was refused. The
 * procedure's own acts stand in the ledger of their case too; here, because they are answered with the case as it is.
 */
export const auditKinds = {
  read: {
    title: '查阅',
    meaning:
      '查阅一件申请、草稿或记录的内容，或通讯录的一项；申请人的个人信息，办理单位可见完整内容，其他单位所见已遮蔽。',
    recorded: 'always',
  },
  list: {
    title: '列表查询',
    meaning: '查询多件的列表，申请人的个人信息已遮蔽；或查询通讯录。',
    recorded: 'always',
  },
  search: {
    title: '按个人信息查找',
    meaning: '以公民身份号码等个人信息查找，含受理时查到申请人另有在办申请件；查找的内容不作记录。',
    recorded: 'always',
  },
  unmask: {
    title: '显示已遮蔽的个人信息',
    meaning: '说明理由后显示已遮蔽的个人信息。',
    recorded: 'always',
  },
  file: {
    title: '调阅材料、文书',
    meaning: '调阅申请材料、文书、证明或其合订本，均含完整的个人信息。',
    recorded: 'always',
  },
  export: {
    title: '导出',
    meaning: '导出案卷、表格或目录。',
    recorded: 'always',
  },
  query_register: {
    title: '查询人口信息系统',
    meaning: '为一件申请查询人口信息系统；查询理由和结果另有记录。',
    recorded: 'always',
  },
  handle: {
    title: '办理',
    meaning: '受理或办理一件申请，并见到其内容；办理了什么，见该件的办理经过。',
    recorded: 'always',
  },
  identity_mismatch: {
    title: '人证不一致',
    meaning: '来人与所持证件不一致，未予受理；何人、何证不作记录。',
    recorded: 'always',
  },
  administer: {
    title: '管理操作',
    meaning:
      '系统管理员、安全管理员、审计员或目录维护人更改设置、日历、目录、推送地址，或保全材料；运维人员以命令导入目录、更换密钥、升级数据库、移除过期审计记录。',
    recorded: 'always',
  },
  read_audit: {
    title: '查阅审计记录',
    meaning: '审计员查阅审计记录，或取得其校验锚点。',
    recorded: 'always',
  },
  log_in: {
    title: '登录',
    meaning:
      '民警、管理员登录本系统的页面，或登录被拒绝；未能证明身份的登录和无效的访问令牌，不记姓名、警号和单位，并只抽样记录。',
    recorded: 'always',
  },
  log_out: {
    title: '登录结束',
    meaning: '本人退出、身份提供方通知注销、重新登录或安全管理员结束登录；到时自行失效的不作记录。',
    recorded: 'always',
  },
  consult: {
    title: '查阅公开资料',
    meaning: '查阅不含个人信息的内容；只在被拒绝时记录。',
    recorded: 'when_refused',
  },
} as const satisfies Record<string, KindRow>;

export type AuditKind = keyof typeof auditKinds;

export const auditKindNames = Object.keys(auditKinds) as AuditKind[];

export const auditOutcomeTitles = {
  allowed: '准许',
  denied: '拒绝：角色或单位无此权限，未获准登录，或人证不一致',
  not_found: '未找到：不存在或不在管辖范围内',
} as const satisfies Record<string, string>;

/** What became of it. What does not exist and what is out of one's scope are one outcome, here as for the caller. */
export type AuditOutcome = keyof typeof auditOutcomeTitles;

export const auditOutcomes = Object.keys(auditOutcomeTitles) as AuditOutcome[];

/** Whether an outcome of a kind gets its row. */
export function isRecorded(kind: AuditKind, outcome: AuditOutcome): boolean {
  return outcome !== 'allowed' || auditKinds[kind].recorded === 'always';
}
