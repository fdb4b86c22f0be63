import { createHash } from 'node:crypto';
import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { PolicyRow } from '../../db/repositories/policies.ts';
import { enactPolicy, getPolicyInForce, listPolicies } from '../../db/repositories/policies.ts';
import { withScope } from '../../db/scope.ts';
import { checkPolicy } from '../../domain/policy-check.ts';
import type { PolicyVersion, ProvincePolicy } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { provinceOf } from '../../domain/units/unit-tree.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { noteForAudit } from '../audit/audited.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { migratePolicy } from '../policy-migration.ts';
import { Problem } from '../problems.ts';
import { caseNoOf, CaseParams } from '../schemas/case-params.ts';
import { PolicySchema, PolicySettingsSchema } from '../schemas/policy.ts';
import { filledText } from '../schemas/text.ts';

const tags = ['policies'];
type PolicyView = Static<typeof PolicySchema>;

/** The settings of provinces: read by their staff, made by their system administrator. */
export function policyRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const listSchema = {
      operationId: 'listPolicies',
      summary: '本省的政策设置',
      description: 'What holds for new cases first, then every version that the caller’s province has had.',
      tags,
      response: { 200: Type.Object({ items: Type.Array(PolicySchema) }) },
    };
    app.get('/v1/policies', { schema: listSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const { code: province } = provinceOf(await deps.units.tree(), unitCode);
      const rows = await withScope(deps.database, unitCode, (executor) => listPolicies(executor, province));
      const isDefaultInForce = rows.every(({ supersededAt }) => supersededAt !== null);
      return { items: [...rows.map(viewOf), defaultView(isDefaultInForce)] };
    });

    const enactSchema = {
      operationId: 'enactPolicy',
      summary: '设定本省政策',
      description:
        'What is left out stays as it is now. New cases start with it; running ones keep their own unless migrated.',
      tags,
      querystring: Type.Object(
        { dryRun: Type.Optional(Type.Boolean({ description: 'true: only checked' })) },
        { additionalProperties: false },
      ),
      body: PolicySettingsSchema,
      response: { 200: PolicySchema, 201: PolicySchema },
    };
    app.post('/v1/policies', { schema: enactSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const province = caller.unitCode;
      const at = deps.clock.now();
      const view = await withScope(deps.database, caller.unitCode, async (executor): Promise<PolicyView> => {
        const current = await getPolicyInForce(executor, province);
        const document = versionedPolicy(province, current, settingsOf(request.body));
        const errors = checkPolicy(document);
        if (errors.length > 0) throw new Problem('validation_failed', { errors });
        const { version } = document;
        const isDryRun = request.query.dryRun === true;
        if (isDryRun || version === current.version) {
          const inForce = version === current.version;
          return { version, province, createdAt: null, inForce, settings: document };
        }
        await enactPolicy(executor, { province, document, by: caller.subject, at });
        noteForAudit(request, { objectId: version });
        return { version, province, createdAt: at, inForce: true, settings: document };
      });
      // Only now is it committed: whoever is told before may ask again too early.
      return reply.status(view.createdAt === null ? 200 : 201).send(view);
    });

    const migrateSchema = {
      operationId: 'migrateCasePolicy',
      summary: '将在办申请件改按现行政策计算',
      description: 'On purpose only: its running clocks and ladders are laid out anew by what holds now.',
      tags,
      params: CaseParams,
      body: Type.Object(
        { reason: filledText(500, '理由，与申请件的办理过程一并保存') },
        { additionalProperties: false },
      ),
      problems: ['act_not_allowed'] as const,
      response: {
        200: Type.Object({
          caseNo: Type.String(),
          policyVersions: Type.Record(Type.String(), Type.String()),
        }),
      },
    };
    app.post('/v1/cases/:caseNo/policy-migration', { schema: migrateSchema }, async (request) => {
      const caller = callerOf(request);
      const caseNo = caseNoOf(request.params.caseNo);
      const { reason } = request.body;
      const { policyVersions } = await migratePolicy(deps, caller, caseNo, reason);
      return { caseNo, policyVersions: { ...policyVersions } };
    });
    done();
  };
}

/** What passed the schema is made of the domain's own values: clocks, posts, rungs and times of day. */
function settingsOf(body: unknown): Partial<ProvincePolicy> {
  return body as Partial<ProvincePolicy>;
}

/** The whole policy under a version that names its contents. */
function versionedPolicy(
  province: UnitCode,
  current: ProvincePolicy,
  { terms, ladders, cases, eligibility, papers, notices, freshness, ...settings }: Partial<ProvincePolicy>,
): ProvincePolicy {
  const document = {
    ...current,
    ...settings,
    terms: { ...current.terms, ...terms },
    ladders: { ...current.ladders, ...ladders },
    cases: { ...current.cases, ...cases },
    eligibility: { ...current.eligibility, ...eligibility },
    papers: { ...current.papers, ...papers },
    notices: {
      ...current.notices,
      ...notices,
      limits: { ...current.notices.limits, ...notices?.limits },
    },
    freshness: { ...current.freshness, ...freshness },
  };
  const { version: _, ...contents } = document;
  const digest = createHash('sha256').update(canonicalJson(contents)).digest('hex').slice(0, 12);
  return { ...document, version: `${province}/${digest}` as PolicyVersion };
}

function viewOf({ version, province, createdAt, supersededAt, document }: PolicyRow): PolicyView {
  return { version, province, createdAt, inForce: supersededAt === null, settings: document };
}

function defaultView(inForce: boolean): PolicyView {
  const { version } = defaultPolicy;
  return { version, province: null, createdAt: null, inForce, settings: defaultPolicy };
}
