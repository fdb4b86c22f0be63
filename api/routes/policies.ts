import { createHash } from 'node:crypto';
import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Executor } from '../../db/database.ts';
import type { PolicyRow } from '../../db/repositories/policies.ts';
import { enactPolicy, findPolicy, getPolicyInForce, listPolicies } from '../../db/repositories/policies.ts';
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
import { doOnce } from '../do-once.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
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
      headers: IdempotencyHeaders,
      body: PolicySettingsSchema,
      response: { 200: PolicySchema, 201: PolicySchema },
    };
    app.post('/v1/policies', { schema: enactSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const province = caller.unitCode;
      const at = deps.clock.now();
      const judge = async (executor: Executor): Promise<Judged> => {
        const current = await getPolicyInForce(executor, province);
        const document = versionedPolicy(province, current, settingsOf(request.body));
        const errors = checkPolicy(document);
        if (errors.length > 0) throw new Problem('validation_failed', { errors });
        return { document, change: document.version === current.version ? 'none' : 'another' };
      };
      const claim = await claimRequest(deps, { request, reply }, request.body);
      if (request.query.dryRun === true) {
        return triedView(province, await withScope(deps.database, province, judge));
      }
      const { status, result } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            const { document, change } = await judge(executor);
            const { version } = document;
            if (change === 'another') {
              await enactPolicy(executor, { province, document, by: caller.subject, at });
            }
            const result = await keptView(executor, version);
            return { status: change === 'none' ? 200 : 201, reference: version, result };
          },
          again: (executor, version) => keptView(executor, version as PolicyVersion),
        },
      );
      if (status === 201) noteForAudit(request, { objectId: result.version });
      // Only now is it committed: whoever is told before may ask again too early.
      return reply.status(status).send(result);
    });

    const migrateSchema = {
      operationId: 'migrateCasePolicy',
      summary: '将在办申请件改按现行政策计算',
      description: 'On purpose only: its running clocks and ladders are laid out anew by what holds now.',
      tags,
      params: CaseParams,
      headers: IdempotencyHeaders,
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
    app.post('/v1/cases/:caseNo/policy-migration', { schema: migrateSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const caseNo = caseNoOf(request.params.caseNo);
      const { reason } = request.body;
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const { policyVersions } = await migratePolicy(deps, caller, { caseNo, reason, claim });
      await keepDone(deps, claim, 200);
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

/** The policy that somebody's settings make, and what they change. */
interface Judged {
  readonly document: ProvincePolicy;
  readonly change: 'none' | 'another';
}

/** What was only tried out. */
function triedView(province: UnitCode, { document, change }: Judged): PolicyView {
  const { version } = document;
  return { version, province, createdAt: null, inForce: change === 'none', settings: document };
}

/** A version that is kept, as it stands now. */
async function keptView(executor: Executor, version: PolicyVersion): Promise<PolicyView> {
  const row = await findPolicy(executor, version);
  if (row === undefined) throw new Error('a policy was set and is not there');
  return viewOf(row);
}

function viewOf({ version, province, createdAt, supersededAt, document }: PolicyRow): PolicyView {
  return { version, province, createdAt, inForce: supersededAt === null, settings: document };
}

function defaultView(inForce: boolean): PolicyView {
  const { version } = defaultPolicy;
  return { version, province: null, createdAt: null, inForce, settings: defaultPolicy };
}
